using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Tests.Analysis.Statistics;

public sealed class BoxTests
{
    private static readonly Box Square = new([-1, -1], [1, 1]);

    [Test]
    public void The_share_below_a_diagonal_is_a_half() => Assert.That(Square.Share(x => x[0] + x[1] < 0), Is.EqualTo(0.5).Within(0.002));

    [Test]
    public void The_share_within_a_circle_is_a_quarter_of_pi() =>
        Assert.That(Square.Share(x => (x[0] * x[0]) + (x[1] * x[1]) < 1), Is.EqualTo(Math.PI / 4).Within(0.003));

    [Test]
    public void The_nearest_point_of_a_slanted_line_is_at_its_foot()
    {
        // 3 x + 4 y = 2.5 is 0.5 from the origin, at (0.3, 0.4).
        var turn = Square.Nearest(x => 2.5 - (3 * x[0]) - (4 * x[1]))!;

        Assert.Multiple(() =>
        {
            Assert.That(turn.Distance, Is.EqualTo(0.5).Within(1e-4));
            Assert.That(turn.Point, Is.EqualTo(new[] { 0.3, 0.4 }).Within(0.01));
        });
    }

    [Test]
    public void One_input_alone_goes_farther()
    {
        var turn = Square.NearestAlone(x => 2.5 - (3 * x[0]) - (4 * x[1]))!;

        Assert.That(turn.Point, Is.EqualTo(new[] { 0, 0.625 }).Within(1e-9));
    }

    [Test]
    public void A_turn_is_the_first_on_the_way()
    {
        // Turns at 0.2 and back at 0.7.
        var turn = new Box([-1], [1]).Nearest(x => (x[0] - 0.2) * (x[0] - 0.7))!;

        Assert.That(turn.Distance, Is.EqualTo(0.2).Within(1e-9));
    }

    [Test]
    public void A_value_that_crosses_outside_the_box_does_not_turn() => Assert.That(Square.Nearest(x => 2.1 - x[0] - x[1]), Is.Null);

    [Test]
    public void A_nominal_value_at_the_end_of_its_range_can_change_one_way_only()
    {
        var turn = new Box([-2, -1], [0, 1]).NearestAlone(x => 0.5 + x[0])!;

        Assert.That(turn.Point, Is.EqualTo(new[] { -0.5, 0 }).Within(1e-9));
    }
}
