using M2mVsIoTSim.Analysis.Claims;

namespace M2mVsIoTSim.Tests.Analysis.Claims;

public sealed class ClaimConditionTests
{
    [Test]
    public void The_right_side_is_taken_from_the_left()
    {
        var part = ClaimCondition.Parse("components(direct) < components(brokered)").Parts.Single();

        Assert.That(part.Relation, Is.EqualTo(ClaimRelation.Below));
        Assert.That(
            part.Terms.Select(term => (term.Factor, term.Metric, term.Architecture)),
            Is.EqualTo([(1.0, "components", "direct"), (-1.0, "components", "brokered")])
        );
    }

    [Test]
    public void A_term_can_be_about_a_relation_and_held_at_values()
    {
        var term = ClaimCondition
            .Parse("latency-p95(direct, reading) at {access=lte-m, air.carries=5 x 12 bit} < 10")
            .Parts[0]
            .Terms.Single();

        Assert.That(term.About, Is.EqualTo("reading"));
        Assert.That(term.At, Is.EqualTo([("access", "lte-m"), ("air.carries", "5 x 12 bit")]));
    }

    [Test]
    public void Numbers_multiply_and_stand_alone()
    {
        var part = ClaimCondition.Parse("2 x delivery(a) - 0.5 > 0.25 x delivery(b) + 1").Parts.Single();

        Assert.That(part.Terms.Select(term => term.Factor), Is.EqualTo([2, -0.25]));
        Assert.That(part.Constant, Is.EqualTo(-1.5));
    }

    [Test]
    public void A_share_may_be_written_in_percent() =>
        Assert.That(ClaimCondition.Parse("delivery(a, reading) > 98 %").Parts[0].Constant, Is.EqualTo(-0.98));

    [Test]
    public void Names_may_hold_hyphens_beside_minus_signs()
    {
        var part = ClaimCondition
            .Parse("energy-per-day(control-direct, air-sensor) - energy-per-day(control-cloud, air-sensor) < 0")
            .Parts.Single();

        Assert.That(part.Terms.Select(term => term.Architecture), Is.EqualTo(["control-direct", "control-cloud"]));
    }

    [Test]
    public void Parts_are_joined_by_one_word() => Assert.That(ClaimCondition.Parse("delivery(a) > 1 or delivery(b) > 1").IsAny, Is.True);

    [TestCase("", "it ends where a metric, such as latency-p95 was expected")]
    [TestCase("delivery", "it ends where '(' was expected")]
    [TestCase("delivery(a) << 1", "'<' stands at character 14 where a metric, such as latency-p95 was expected")]
    [TestCase("delivery(a)", "it ends where '<', '>' or '=' was expected")]
    [TestCase("1 < 2", "a condition must ask for a metric, as in delivery(direct, reading)")]
    [TestCase(
        "delivery(a) > 1 and delivery(b) > 1 or delivery(c) > 1",
        "it mixes 'and' and 'or', which could be read in two ways; say one of them throughout"
    )]
    [TestCase("delivery(a) at b > 1", "'b' stands at character 16 where {factor=value} was expected")]
    [TestCase("delivery(a) at {b} > 1", "'{b}' stands at character 16 where {factor=value}, with commas between several was expected")]
    [TestCase("delivery(a) > 1 percent", "'percent' stands at character 17 where 'and', 'or' or the end was expected")]
    public void What_cannot_be_read_says_where_and_what_was_expected(string text, string message) =>
        Assert.That(() => ClaimCondition.Parse(text), Throws.TypeOf<ClaimSyntaxException>().With.Message.EqualTo(message));
}
