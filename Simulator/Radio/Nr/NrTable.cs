namespace M2mVsIoTSim.Radio.Nr;

/// <summary>Which tables of modulations a device uses, TS 38.214 §5.1.3.1 and §5.2.2.1.</summary>
public enum NrTable
{
    /// <summary>Table 1: up to 64QAM, block errors of 10 %.</summary>
    Qam64,

    /// <summary>Table 2: up to 256QAM, block errors of 10 %.</summary>
    Qam256,

    /// <summary>Table 3: up to 64QAM with lower code rates, block errors of 1e-5.</summary>
    LowEfficiency,
}
