using M2mVsIoTSim.Scenarios.Running;
using M2mVsIoTSim.Tests.Documents;

namespace M2mVsIoTSim.Tests.Regression;

/// <summary>The shipped comparisons give what they gave, unless they are changed on purpose.</summary>
/// <remarks>Digests hold on one kind of machine: library logarithms differ across operating systems and processors.</remarks>
public sealed class DigestTests
{
    /// <summary>Set to 1, the test writes the digests instead of comparing them.</summary>
    private const string Write = "M2MIOT_WRITE_DIGESTS";
    private const string Page = "Tests/Regression/digests.csv";

    private static readonly Lazy<Study> Shipped = new(() =>
        Study.Load(Checkout.PathOf("scenarios.yaml"), new RunRequest { Quick = true, Replications = 1 })
    );

    [Test]
    [Platform(Include = "Linux", Reason = "Digests are those of Linux on x64.")]
    public void The_shipped_comparisons_run_as_before()
    {
        var now = Shipped
            .Value.Cells.Where(cell => cell.IsFeasible)
            .AsParallel()
            .AsOrdered()
            .Select(cell => Ingredients.Of(cell, Shipped.Value))
            .ToList();
        if (Environment.GetEnvironmentVariable(Write) == "1")
        {
            File.WriteAllLines(Checkout.PathOf(Page), now.Select(ingredients => ingredients.ToString()).Prepend(Ingredients.Header));
        }

        var before = Checkout
            .Read(Page)
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Skip(1)
            .Select(Ingredients.Parse)
            .ToDictionary(line => line.Case);
        var moved = now.Select(ingredients =>
                before.TryGetValue(ingredients.Case, out var old) ? ingredients.Against(old) : $"{ingredients.Case}: is new"
            )
            .Concat(before.Keys.Except(now.Select(ingredients => ingredients.Case)).Select(name => $"{name}: is gone"))
            .OfType<string>();

        Assert.That(
            moved,
            Is.Empty,
            $"If this is on purpose: {Write}=1 dotnet test Tests --filter DigestTests, and a line in CHANGELOG.md."
        );
    }

    [Test]
    public void What_moved_is_told_apart()
    {
        var before = new Ingredients("case", "1", "d", "o", "t", "r");

        Assert.That(
            (before with { Results = "s", Times = "u" }).Against(before),
            Is.EqualTo("case: moved: times, results; as before: draws, order of events, number of wake-ups")
        );
    }
}
