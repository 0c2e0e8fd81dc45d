using M2mVsIoTSim.Analysis.Shares;

namespace M2mVsIoTSim.Tests.Analysis.Shares;

/// <summary>The rules that determine the value, and games whose values are known.</summary>
public sealed class ShapleyTests
{
    private static readonly double[] Three = [1, 4, 2, 9, -3, 0.5, 7, 12];

    // By hand, orders ab and ba: a brings 4 − 1 or 9 − 2, b brings 2 − 1 or 9 − 4.
    [Test]
    public void Two_factors_by_hand() => Assert.That(Shapley.Values(2, [1, 4, 2, 9]), Is.EqualTo([5.0, 3.0]).Within(1e-12));

    // One glove of the left hand, two of the right; a pair is worth 1 (the textbook example): 4/6 and 1/6 each.
    [Test]
    public void The_glove_game() =>
        Assert.That(Shapley.Values(3, [0, 0, 0, 1, 0, 1, 0, 1]), Is.EqualTo([4 / 6.0, 1 / 6.0, 1 / 6.0]).Within(1e-12));

    // Littlechild and Owen 1973: runways of 1, 2 and 3 km cost what the longest needs; each kilometre is shared by those who use it.
    [Test]
    public void The_airport_game() =>
        Assert.That(Shapley.Values(3, [0, 1, 2, 2, 3, 3, 3, 3]), Is.EqualTo([1 / 3.0, 5 / 6.0, 11 / 6.0]).Within(1e-12));

    [Test]
    public void The_values_sum_to_the_whole() => Assert.That(Shapley.Values(3, Three).Sum(), Is.EqualTo(12 - 1).Within(1e-12));

    [Test]
    public void Equal_contributions_get_equal_values()
    {
        // Worth depends on how many of the first two there are, and on the third.
        var values = Shapley.Values(3, [0, 2, 2, 5, 1, 4, 4, 11]);

        Assert.That(values[0], Is.EqualTo(values[1]).Within(1e-12));
    }

    [Test]
    public void What_changes_nothing_gets_nothing() => Assert.That(Shapley.Values(3, [1, 4, 2, 9, 1, 4, 2, 9])[2], Is.Zero);

    [Test]
    public void Values_of_a_sum_are_sums_of_values()
    {
        double[] other = [0, 0, 0, 1, 0, 1, 0, 1];
        var sum = Shapley.Values(3, [.. Three.Zip(other, (x, y) => x + y)]);

        Assert.That(sum, Is.EqualTo(Shapley.Values(3, Three).Zip(Shapley.Values(3, other), (x, y) => x + y)).Within(1e-12));
    }

    [TestCase(0)]
    [TestCase(9)]
    public void More_factors_than_anybody_runs_cells_for_are_refused(int factors) =>
        Assert.That(() => Shapley.Values(factors, new double[1 << factors]), Throws.InstanceOf<ArgumentOutOfRangeException>());

    [Test]
    public void Every_set_needs_a_worth() =>
        Assert.That(
            () => Shapley.Values(2, [1, 2, 3]),
            Throws.ArgumentException.With.Message.StartsWith("2 factors have 4 sets, found the worth of 3.")
        );

    [Test]
    public void Factors_of_which_every_set_was_measured_stay_apart() =>
        Assert.That(FactorGroups.Finest(3, _ => true), Is.EqualTo([1, 2, 4]));

    // Without the cell in which only the first is changed, the first goes with the second or the third; the second is named first.
    [Test]
    public void A_missing_cell_puts_two_factors_together() => Assert.That(FactorGroups.Finest(3, set => set != 1), Is.EqualTo([3, 4]));

    [Test]
    public void Where_only_the_ends_were_measured_all_factors_are_one() =>
        Assert.That(FactorGroups.Finest(3, set => set is 0 or 7), Is.EqualTo([7]));

    [Test]
    public void Without_an_end_there_is_no_gap() => Assert.That(FactorGroups.Finest(2, set => set != 3), Is.Null);
}
