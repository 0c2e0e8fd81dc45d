using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Media.Cells;

/// <summary>Currents of a device in the states that its cell knows.</summary>
/// <param name="Volts">Supply voltage [V].</param>
/// <param name="Sleep">In power saving mode, switched off, or between the windows of an extended paging cycle [A].</param>
/// <param name="Idle">Between pages, and connected while a scheduled transmission is still to come: light sleep [A].</param>
/// <param name="Receive">While it receives [A].</param>
/// <param name="Transmit">While it sends [A].</param>
/// <param name="Connected">Connected without traffic, on average over its monitoring of the control channel [A].</param>
public sealed record CellCurrents(double Volts, double Sleep, double Idle, double Receive, double Transmit, double Connected)
{
    /// <summary>Connected while a scheduled transmission is still to come, where the device does not sleep lightly then [A]; null for <see cref="Idle"/>.</summary>
    public double? Wait { get; init; }

    /// <summary>Idle with paging, on average, where that is known as one figure [A]; null for what follows from idling and receiving.</summary>
    public double? Paging { get; init; }

    /// <summary>While the modem starts, out of power saving mode or switched off [A].</summary>
    public double Start { get; init; }

    /// <summary>While it waits for the core network [A].</summary>
    public double Core { get; init; }

    /// <summary>While it waits for the core network to release it [A].</summary>
    public double Release { get; init; }

    internal const int IdleState = 1;
    internal const int AcquireState = 2;
    internal const int ReceiveState = 3;
    internal const int TransmitState = 4;
    internal const int WaitState = 5;
    internal const int ConnectedState = 6;
    internal const int DrxState = 7;
    internal const int StartState = 8;
    internal const int CoreState = 9;
    internal const int ReleaseState = 10;

    /// <summary>The states as a port's meter knows them.</summary>
    /// <param name="name">Name of the network.</param>
    /// <param name="conditions">Under which the device works.</param>
    /// <param name="settings">How it rests.</param>
    /// <param name="listening">How long it receives for a page [s].</param>
    /// <param name="searchSpacePeriod">Of its control channel.</param>
    public PowerProfile States(string name, string conditions, ConnectionSettings settings, double listening, Duration searchSpacePeriod)
    {
        var paging = PagingCurrent(settings, listening);
        var rest = settings.PowerSaving switch
        {
            PowerSaving.Psm or PowerSaving.Off => Sleep,
            PowerSaving.Edrx => Sleep + (paging - Sleep) * Math.Min(1, settings.PagingWindow / settings.ExtendedCycle),
            _ => paging,
        };
        return new PowerProfile(
            name,
            Volts,
            [
                new("rest", rest),
                new("idle", paging),
                new("acquire", Receive),
                new("receive", Receive),
                new("transmit", Transmit),
                Wait is { } wait ? new("scheduled", wait) : new("light sleep", Idle),
                new("connected", Connected),
                new("connected, discontinuous", DrxCurrent(settings, searchSpacePeriod)),
                new("start", Start),
                new("update", Core),
                new("release", Release),
            ]
        )
        {
            Transmit = TransmitState,
            Conditions = conditions,
        };
    }

    /// <summary>Mean current of a connected device that listens once in each cycle [A].</summary>
    private double DrxCurrent(ConnectionSettings settings, Duration searchSpacePeriod) =>
        settings.Drx is { } drx ? Idle + (Connected - Idle) * (drx.Listening(searchSpacePeriod) / drx.Cycle) : Connected;

    /// <summary>Mean current of a device that listens once in each paging cycle: wake-ups cost no event [A].</summary>
    private double PagingCurrent(ConnectionSettings settings, double listening) =>
        Paging ?? Idle + (Receive - Idle) * Math.Min(1, listening / settings.PagingCycle.TotalSeconds);
}
