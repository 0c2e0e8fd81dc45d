using M2mVsIoTSim.Network;
using M2mVsIoTSim.Radio.LowPan;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Media.LrWpan;

/// <summary>A datagram on one hop: what its sender has sent, and what its receiver has of it. The sender gives it back.</summary>
internal sealed class Parcel
{
    public Frame Frame;

    /// <summary>Where it ends: a device or a border router.</summary>
    public LrWpanRadio Destination = null!;

    public LrWpanRadio NextHop = null!;

    public LowPanFragments Fragments;

    /// <summary>Fragment that its sender sends next.</summary>
    public int Next;

    /// <summary>Fragments that its receiver has, in order.</summary>
    public int Received;

    /// <summary>Place where its receiver puts it together.</summary>
    public int Reassembly;

    /// <summary>Whether its receiver has it all and has taken it over.</summary>
    public bool IsComplete;

    /// <summary>Why its receiver will never have it all; null while it may.</summary>
    public DropReason? Broken;

    /// <summary>Until when it is kept for a sleeping child.</summary>
    public SimTime Expires;

    public Parcel? Behind;
}
