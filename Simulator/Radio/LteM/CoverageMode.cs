namespace M2mVsIoTSim.Radio.LteM;

/// <summary>How far coverage is enhanced, 3GPP TS 36.300 §23.7b: levels 0 and 1 use mode A, levels 2 and 3 mode B.</summary>
public enum CoverageMode
{
    /// <summary>Up to 32 repetitions of data; QPSK and 16QAM.</summary>
    A,

    /// <summary>Up to 2048 repetitions of data; QPSK, and at most two resource blocks in the uplink.</summary>
    B,
}
