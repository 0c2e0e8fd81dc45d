using System.Runtime.CompilerServices;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Network;

/// <summary>What travels: a packet on a route, with the time it spent in each leg. Passed by <c>in</c>.</summary>
public struct Frame
{
    private LegTimes _times;

    /// <summary>A frame at the beginning of its route.</summary>
    public Frame(Packet packet, Route route, SimTime now)
    {
        Packet = packet;
        Route = route;
        Entered = now;
        Leg.Tap?.Entered(this);
    }

    /// <summary>What it carries.</summary>
    public Packet Packet { get; }

    /// <summary>Where it goes.</summary>
    public Route Route { get; }

    /// <summary>Number of the leg on which it is.</summary>
    public int Step { get; private set; }

    /// <summary>When it entered that leg.</summary>
    public SimTime Entered { get; private set; }

    /// <summary>The leg on which it is.</summary>
    public readonly Leg Leg => Route.Legs[Step];

    /// <summary>Time spent in a leg.</summary>
    public readonly Duration TimeIn(int leg) => new(_times[leg]);

    /// <summary>Ends the current leg: goes on with the next one or arrives.</summary>
    public readonly void CompleteLeg(SimTime now)
    {
        var frame = this;
        Leg.Tap?.Left(this);
        frame._times[Step] = (now - Entered).Nanoseconds;
        frame.Entered = now;
        if (++frame.Step < Route.Legs.Count)
        {
            frame.Leg.Tap?.Entered(frame);
            frame.Leg.Medium.Send(frame);
        }
        else
        {
            Route.Destination.Receive(frame);
        }
    }

    /// <summary>Ends the journey badly.</summary>
    public readonly void Lose(DropReason reason)
    {
        Leg.Tap?.Lost(this, reason);
        Route.Destination.Lost(this, reason);
    }

    [InlineArray(Route.MaximumLegs)]
    private struct LegTimes
    {
        private long _nanoseconds;
    }
}
