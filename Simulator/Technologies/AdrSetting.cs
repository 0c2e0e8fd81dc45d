namespace M2mVsIoTSim.Technologies;

/// <summary>What adaptive data rate sets.</summary>
/// <param name="DataRate">DR of uplinks [1].</param>
/// <param name="PowerIndex">TXPower: by how many steps the power lies below the greatest [1].</param>
public readonly record struct AdrSetting(int DataRate, int PowerIndex)
{
    private const double DecibelsPerStep = 3;

    /// <summary>The setting that a network asks for after a row of uplinks.</summary>
    /// <remarks>
    /// Semtech's reference algorithm, as in The Things Network and ns-3: N = ⌊(SNR − floor(DR) − margin) / 3 dB⌋ steps; first the data rate rises,
    /// then the power falls by an index; a negative N raises the power.
    /// </remarks>
    /// <param name="excess">SNR of the uplinks over what the data rate needs and the margin [dB].</param>
    /// <param name="greatestDataRate">Greatest data rate that may be set [1].</param>
    /// <param name="greatestIndex">Greatest power index that may be set [1].</param>
    public AdrSetting After(double excess, int greatestDataRate, int greatestIndex)
    {
        var steps = (int)Math.Floor(excess / DecibelsPerStep);
        var faster = Math.Clamp(steps, 0, Math.Max(0, greatestDataRate - DataRate));
        var index = PowerIndex + (steps - faster);
        return new AdrSetting(DataRate + faster, Math.Clamp(index, 0, Math.Max(PowerIndex, greatestIndex)));
    }
}
