namespace M2mVsIoTSim.Radio.Nr;

/// <summary>A modulation with a code rate.</summary>
/// <param name="Order">Qm, bits of a symbol: 2, 4, 6 or 8 [bit].</param>
/// <param name="Rate1024">R · 1024 as tabulated [1].</param>
public readonly record struct NrModulation(int Order, double Rate1024)
{
    /// <summary>Code rate R [1].</summary>
    public double Rate => Rate1024 / 1024;

    /// <summary>Bits of information that a resource element carries [bit].</summary>
    public double Efficiency => Order * Rate;
}
