using M2mVsIoTSim.Scenarios.Files;

namespace M2mVsIoTSim.Tests.Scenarios.Files;

[TestFixture]
public sealed class SpellingTests
{
    [TestCase("parties", "parties", 0)]
    [TestCase("parites", "parties", 1)]
    [TestCase("", "abc", 3)]
    [TestCase("kitten", "sitting", 3)]
    [TestCase("ca", "abc", 3)]
    public void The_distance_counts_edits_and_swaps(string from, string to, int distance) =>
        Assert.That(Spelling.Distance(from, to), Is.EqualTo(distance));

    [TestCase("lorawn", "lorawan")]
    [TestCase("NB-IOT", "nb-iot")]
    [TestCase("mn", "min")]
    [TestCase("zigbee", null)]
    public void The_nearest_name_is_found_where_one_is_near(string word, string? nearest) =>
        Assert.That(Spelling.Nearest(word, ["lorawan", "nb-iot", "ms", "min"]), Is.EqualTo(nearest));

    [TestCase("lorawan", "lorawan-eu868", "lorawan-us915")]
    [TestCase("LoRa", "lorawan-eu868", "lorawan-us915")]
    [TestCase("cat1", "lte-cat1")]
    [TestCase("lte-cat1-rural", "lte-cat1")]
    [TestCase("lte-cat2", "lte-cat1")]
    [TestCase("lt")]
    [TestCase("zigbee")]
    public void A_part_of_a_name_suggests_it(string word, params string[] suggestions) =>
        Assert.That(Spelling.Suggestions(word, ["lte-cat1", "lorawan-eu868", "lorawan-us915", "nb-iot"]), Is.EqualTo(suggestions));

    [TestCase("type", "kind")]
    [TestCase("interval", "every")]
    [TestCase("deadline")]
    public void Another_word_for_a_name_suggests_it(string word, params string[] suggestions) =>
        Assert.That(Spelling.Suggestions(word, ["kind", "every", "count"]), Is.EqualTo(suggestions));

    [Test]
    public void Several_names_that_may_be_meant_are_all_told() =>
        Assert.That(
            Spelling.Unknown("technology", "lorawan", ["lorawan-eu868", "lorawan-us915"]),
            Does.StartWith("unknown technology 'lorawan'; did you mean 'lorawan-eu868' or 'lorawan-us915'? ")
        );

    [Test]
    public void A_word_as_long_as_a_book_is_cut() =>
        Assert.That(Spelling.Unknown("key", new string('x', 1_000_000), ["seed"]), Has.Length.LessThan(200));

    [Test]
    public void A_long_list_is_cut() =>
        Assert.That(Spelling.List([.. Enumerable.Range(0, 100).Select(number => $"n{number}")]), Does.EndWith("n29, and 70 more"));

    [TestCase("WarmUp", "warm-up")]
    [TestCase("IPAddress", "ip-address")]
    [TestCase("LteCat1", "lte-cat1")]
    [TestCase("Seed", "seed")]
    public void Members_are_called_in_kebab_case(string member, string name) => Assert.That(Names.Kebab(member), Is.EqualTo(name));
}
