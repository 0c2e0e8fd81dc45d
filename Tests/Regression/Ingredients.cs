using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Probes;
using M2mVsIoTSim.Scenarios.Running;

namespace M2mVsIoTSim.Tests.Regression;

/// <summary>What a case consists of, each part as a digest, so that a change can be told apart.</summary>
/// <param name="Case">Comparison, architecture and point.</param>
/// <param name="Events">Wake-ups fired: how much work it was [1].</param>
/// <param name="Draws">Which random numbers were taken.</param>
/// <param name="Order">What happened to which message and on which medium, in order.</param>
/// <param name="Times">The same with its times.</param>
/// <param name="Results">The values measured.</param>
internal sealed record Ingredients(string Case, string Events, string Draws, string Order, string Times, string Results)
{
    public const string Header = "case;events;draws;order;times;results";

    public static Ingredients Of(Cell cell, Study study)
    {
        DigestProbe? digest = null;
        Randomness? random = null;
        var result = CaseRunner.Run(
            cell,
            study,
            replication: 1,
            key: "",
            CancellationToken.None,
            network =>
            {
                digest = new DigestProbe(network.Simulation);
                random = network.Simulation.Random;
                random.Watch();
                network.Observers.Add(digest);
            }
        );
        return new(
            cell.Id,
            $"{result.Events}",
            $"{random!.DrawDigest:x16}",
            $"{digest!.Order:x16}",
            $"{digest.Digest:x16}",
            result.Digest[..16]
        );
    }

    public static Ingredients Parse(string line) =>
        line.Split(';') is [var name, var events, var draws, var order, var times, var results]
            ? new(name, events, draws, order, times, results)
            : throw new FormatException($"'{line}' is not a line of digests.");

    /// <summary>In words, what is another than it was; null if nothing is.</summary>
    public string? Against(Ingredients before)
    {
        (string Name, bool Moved)[] parts =
        [
            ("draws", Draws != before.Draws),
            ("order of events", Order != before.Order),
            ("times", Times != before.Times),
            ("results", Results != before.Results),
            ("number of wake-ups", Events != before.Events),
        ];
        var moved = parts.Where(part => part.Moved).Select(part => part.Name).ToList();
        var kept = parts.Where(part => !part.Moved).Select(part => part.Name);
        return moved.Count == 0 ? null : $"{Case}: moved: {string.Join(", ", moved)}; as before: {string.Join(", ", kept)}";
    }

    public override string ToString() => string.Join(';', Case, Events, Draws, Order, Times, Results);
}
