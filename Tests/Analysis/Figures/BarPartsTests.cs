using M2mVsIoTSim.Analysis.Figures;

namespace M2mVsIoTSim.Tests.Analysis.Figures;

public sealed class BarPartsTests
{
    private static readonly string[] Names = [.. Enumerable.Range(1, 12).Select(i => $"part {i}")];

    // Two bars of twelve parts in three replications; no two values are alike.
    private static readonly BarParts All = new(
        Names,
        [
            .. from architecture in (string[])["a", "b"]
            from replication in Enumerable.Range(1, 3)
            from part in Enumerable.Range(1, 12)
            select (architecture, "", replication, $"part {part}", (part * part * 0.1) + (replication * 0.01) + architecture[0]),
        ]
    );

    [TestCase("a")]
    [TestCase("b")]
    public void A_folded_bar_is_as_long_as_the_sum_of_its_parts(string architecture)
    {
        var folded = All.Folded(5);

        Assert.That(
            folded.Names.Sum(part => folded.Mean(architecture, "", part)),
            Is.EqualTo(All.Total(architecture, "")!.Mean).Within(1e-9)
        );
    }

    [Test]
    public void Other_is_the_sum_of_what_is_not_shown() =>
        Assert.That(All.Folded(5).Mean("a", "", BarParts.Other), Is.EqualTo(Names[..7].Sum(part => All.Mean("a", "", part))).Within(1e-9));

    [Test]
    public void The_largest_parts_are_kept_in_their_order() =>
        Assert.That(All.Folded(5).Names, Is.EqualTo([.. Names[7..], BarParts.Other]));

    [Test]
    public void Few_parts_are_not_folded() => Assert.That(All.Folded(12).Names, Is.EqualTo(Names));

    [Test]
    public void A_part_that_a_replication_lacks_counts_as_nothing() =>
        Assert.That(new BarParts(["x", "y"], [("a", "", 1, "x", 2), ("a", "", 2, "y", 4)]).Mean("a", "", "x"), Is.EqualTo(1));

    [Test]
    public void A_cell_without_values_has_no_bar() => Assert.That(All.Total("c", ""), Is.Null);
}
