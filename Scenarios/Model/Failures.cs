using M2mVsIoTSim.Scenarios.Files;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Model;

/// <summary>How the members of a tier fail, each for itself, and come back.</summary>
public sealed record Failures : IChecked
{
    /// <summary>Mean time from a recovery to the next failure, at random; exclusive with <see cref="At"/>.</summary>
    [Unit("s", Minimum = 1)]
    public Duration? Every { get; init; }

    /// <summary>When all of them fail once, counted from the beginning of the measurement.</summary>
    [Unit("s", Minimum = 0)]
    public Duration? At { get; init; }

    /// <summary>How long it takes until they work again; the mean where failures are at random.</summary>
    [Unit("s", Minimum = 0.001)]
    public required Duration Lasts { get; init; }

    /// <summary>Whether a broker has stored its sessions, queues and retained messages.</summary>
    public bool KeepsState { get; init; } = true;

    /// <inheritdoc/>
    public override string ToString() =>
        $"for {Lasts} {(Every is { } every ? $"every {every}" : $"at {At}")}, {(KeepsState ? "state kept" : "state lost")}";

    /// <inheritdoc/>
    public IEnumerable<(string Property, string Problem, string[] Of)> Check() =>
        Every is null == At is null
            ?
            [
                (
                    "",
                    "a failure has either 'every' (a mean time between failures) or 'at' (once, counted from the beginning of the measurement)",
                    [nameof(Every), nameof(At)]
                ),
            ]
            : [];
}
