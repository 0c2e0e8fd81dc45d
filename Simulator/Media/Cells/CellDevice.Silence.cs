using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Media.Cells;

/// <summary>What a connected device does without traffic: it monitors the control channel, and after a while only once in a cycle (C-DRX). Charged in advance.</summary>
internal sealed partial class CellDevice
{
    private SimTime InactiveAt => _since + Settings.Inactivity;

    private SimTime DrxFrom => Settings.Drx is { } drx ? SimTime.Min(_since + drx.Inactivity, InactiveAt) : InactiveAt;

    private void SpendSilence()
    {
        Spend(CellCurrents.ConnectedState, _since, DrxFrom - _since, "inactivity timer");
        Spend(CellCurrents.DrxState, DrxFrom, InactiveAt - DrxFrom, "inactivity timer, discontinuous reception");
    }

    /// <summary>Ends the silence before or after the timer would have.</summary>
    private void EndSilence(SimTime at)
    {
        TakeBack(CellCurrents.DrxState, SimTime.Max(at, DrxFrom), InactiveAt);
        TakeBack(CellCurrents.ConnectedState, at, DrxFrom);
        if (at > InactiveAt)
        {
            Spend(CellCurrents.DrxState, InactiveAt, at - InactiveAt, "discontinuous reception");
        }
    }

    /// <summary>When a connected device can be told of a packet.</summary>
    private SimTime Listens(SimTime from)
    {
        if (Settings.Drx is not { } drx || from <= DrxFrom)
        {
            return from;
        }

        var cycle = DrxFrom + drx.Cycle * (long)Math.Floor((from - DrxFrom) / drx.Cycle);
        return from < cycle + drx.Listening(Link.SearchSpacePeriod) ? from : cycle + drx.Cycle;
    }
}
