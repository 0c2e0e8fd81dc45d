using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Protocols;

/// <summary>When a client that failed to connect, or lost its connection, tries again: ever later, and at random within a share of that.</summary>
/// <param name="node">The client.</param>
/// <param name="peer">Whom it connects to.</param>
/// <param name="options">Times and limits.</param>
/// <param name="target">Is woken to connect.</param>
/// <param name="token">Is passed to the target.</param>
internal sealed class Reconnection(Node node, Node peer, TransportOptions options, IEventTarget target, long token)
{
    private static readonly Purpose Jitter = Purpose.Named("reconnection");
    private readonly Alarm _alarm = new(node.Simulation, target, token);
    private int _failures;
    private int _draws;

    /// <summary>Whether an attempt is going to be made.</summary>
    public bool IsWaiting => _alarm.IsArmed;

    /// <summary>Whether as many failures in a row as may be have passed.</summary>
    public bool HasGivenUp => _failures >= options.Attempts;

    /// <summary>Tries for the first time after a delay.</summary>
    public void StartAfter(Duration delay) => _alarm.Restart(delay);

    /// <summary>A failure: tries again.</summary>
    public void TryAgain()
    {
        var growth = Math.Pow(2, Math.Min(_failures, 30));
        // Compared in seconds: an hour doubled thirty times is longer than a duration can be.
        var delay =
            options.ReconnectDelay.TotalSeconds * growth < options.ReconnectMaximum.TotalSeconds
                ? options.ReconnectDelay * growth
                : options.ReconnectMaximum;
        _failures++;
        var draw = node.Simulation.Random.Draw(Entity.Link(node.Entity, peer.Entity), Jitter, _draws++);
        _alarm.Restart(delay * (1 - options.ReconnectJitter * draw.Uniform()));
    }

    /// <summary>Does not try any more, until asked to.</summary>
    public void Stop()
    {
        _failures = 0;
        _alarm.Stop();
    }

    /// <summary>A connection has been made.</summary>
    public void Succeeded() => _failures = 0;
}
