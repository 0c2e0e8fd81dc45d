namespace M2mVsIoTSim.Media.LrWpan;

/// <summary>What an assessment of the channel looks at.</summary>
public enum ChannelAssessment
{
    /// <summary>The mean power over its 8 symbols, as the standard and the chips do (IEEE 802.15.4-2006, clauses 6.9.7 and 6.9.9).</summary>
    MeanPower,

    /// <summary>The power at its end and whenever a frame has begun during it: a frame that ends during it is not seen. So does ns-3, lr-wpan-phy.cc (confirmed).</summary>
    PeakPower,
}
