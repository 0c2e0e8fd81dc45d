using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Protocols;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Platform;

/// <summary>Lets a node fail and come back: once at a given time, or again and again at random.</summary>
/// <remarks>
/// Modelled: while it is down the node is silent, so that its peers time out, keep what they have and connect again as their protocols say; what its
/// processor finishes meanwhile is lost. An MQTT broker loses its connections, and keeps sessions, queues and retained messages or not. Times between
/// failures and to repair are exponential, addressed by the node or by what is named: whatever stands at a place fails at the same times in every architecture. Left
/// out: partial failures, failures with a common cause, start-up that takes longer the more there is to restore. Tested in
/// <c>Tests/Platform/CrashesTests</c> against availability = MTBF / (MTBF + MTTR).
/// </remarks>
public sealed class Crashes : IEventTarget
{
    private const long Failing = 0;
    private const long Recovering = 1;

    private static readonly Purpose Times = Purpose.Named("node failure");

    private readonly Node _node;
    private readonly Entity _luck;
    private readonly IReadOnlyList<Session> _sessions;
    private readonly Duration? _every;
    private readonly Duration _lasts;
    private readonly bool _isBroker;
    private readonly bool _keepsState;
    private long _index;

    private Crashes(Node node, IReadOnlyList<Session> sessions, Duration? every, Duration lasts, bool? keepsState, Entity? luck = null)
    {
        ArgumentNullException.ThrowIfNull(node);
        ArgumentNullException.ThrowIfNull(sessions);
        ArgumentOutOfRangeException.ThrowIfLessThan(lasts.Nanoseconds, 1, nameof(lasts));
        (_node, _sessions, _every, _lasts) = (node, sessions, every, lasts);
        _luck = luck ?? node.Entity;
        (_isBroker, _keepsState) = (keepsState is not null, keepsState ?? true);
    }

    /// <summary>A failure at a time, for a length.</summary>
    /// <param name="node">Which fails.</param>
    /// <param name="sessions">Those that end at it.</param>
    /// <param name="at">When.</param>
    /// <param name="lasts">How long, at least 1 ns.</param>
    /// <param name="keepsState">Whether a broker has stored what it knows; null for a node that is no broker.</param>
    public static void Once(Node node, IReadOnlyList<Session> sessions, SimTime at, Duration lasts, bool? keepsState)
    {
        var crashes = new Crashes(node, sessions, null, lasts, keepsState);
        node.Simulation.At(at, crashes, Failing);
    }

    /// <summary>Failures at random, from the start of the run on.</summary>
    /// <param name="node">Which fails.</param>
    /// <param name="sessions">Those that end at it.</param>
    /// <param name="every">Mean time from a recovery to the next failure (MTBF), at least 1 ns.</param>
    /// <param name="lasts">Mean time to repair (MTTR), at least 1 ns.</param>
    /// <param name="keepsState">Whether a broker has stored what it knows; null for a node that is no broker.</param>
    /// <param name="luck">The address of its failures; the node's own if null.</param>
    public static void Often(
        Node node,
        IReadOnlyList<Session> sessions,
        Duration every,
        Duration lasts,
        bool? keepsState,
        Entity? luck = null
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(every.Nanoseconds, 1, nameof(every));
        new Crashes(node, sessions, every, lasts, keepsState, luck).Await(every, Failing);
    }

    void IEventTarget.Fire(long token)
    {
        if (token == Failing)
        {
            Fail();
            return;
        }

        _node.Recover();
        foreach (var session in _sessions)
        {
            session.Recovered(_node);
        }

        if (_every is { } every)
        {
            Await(every, Failing);
        }
    }

    private void Fail()
    {
        var downtime = _every is null ? _lasts : Drawn(_lasts);
        _node.Fail();
        if (_isBroker)
        {
            MqttBroker.At(_node).Restart(downtime, _keepsState);
        }

        _node.Simulation.After(downtime, this, Recovering);
    }

    private void Await(Duration mean, long token)
    {
        var time = _node.Simulation.Now.PlusOrEnd(Drawn(mean));
        if (time < SimTime.End)
        {
            _node.Simulation.At(time, this, token);
        }
    }

    private Duration Drawn(Duration mean)
    {
        var draw = _node.Simulation.Random.Draw(_luck, Times, _index++);
        return Duration.FromSeconds(draw.Exponential(mean.TotalSeconds));
    }
}
