using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Radio.Nr;

/// <summary>How long a device takes to decode data (N1) and to prepare them (N2).</summary>
/// <remarks>
/// 3GPP TS 38.214 §5.3 and §6.4 with tables 5.3-1, 5.3-2, 6.4-1 and 6.4-2, from memory: T = N (2048 + 144) κ 2^−µ T_c, front-loaded reference symbols only. Capability 2 ends at 60 kHz. With mapping B and capability 1
/// short allocations add 7 − L symbols for 4 to 6, 3 and the overlap with their control symbols for 2 and 3; one symbol of control is taken. The base station is taken to need as long
/// as the device, half of it before and half after (TR 37.910 §5.7). Validated by <c>NrProcessingTests</c> and the suite <c>nr-user-plane-latency</c>.
/// </remarks>
/// <param name="Numerology">µ.</param>
/// <param name="Capability">Of the device: 1 or 2 [1].</param>
public readonly record struct NrProcessing(NrNumerology Numerology, int Capability)
{
    /// <summary>T_c [s].</summary>
    private const double BasicTime = 1 / (480_000.0 * 4096);

    private static readonly double[] Decode1 = [8, 10, 17, 20];
    private static readonly double[] Decode2 = [3, 4.5, 9];
    private static readonly double[] Prepare1 = [10, 12, 23, 36];
    private static readonly double[] Prepare2 = [5, 5.5, 11];

    /// <summary>From the end of data of the downlink to their acknowledgement, T_proc,1.</summary>
    /// <param name="symbols">Length of the allocation [1].</param>
    /// <param name="isTypeB">Whether it begins anywhere in the slot.</param>
    public Duration Decoding(int symbols, bool isTypeB) => Time(Of(Decode1, Decode2) + (isTypeB ? Short(symbols) : 0));

    /// <summary>From the end of a grant to data of the uplink, T_proc,2.</summary>
    public Duration Preparing => Time(Of(Prepare1, Prepare2));

    private double Of(double[] first, double[] second)
    {
        var values = Capability == 2 ? second : first;
        return Numerology.Index < values.Length && Capability is 1 or 2
            ? values[Numerology.Index]
            : throw new ArgumentException(
                $"Devices of capability {Capability} are not defined for subcarriers of {Numerology.Spacing.Hertz / 1e3} kHz."
            );
    }

    private int Short(int symbols) =>
        (Capability, symbols) switch
        {
            (1, >= 7) => 0,
            (1, >= 4) => 7 - symbols,
            (1, _) => 4,
            (_, >= 7) => 0,
            _ => 1,
        };

    private Duration Time(double symbols) => Duration.FromSeconds(symbols * (2048 + 144) * 64 * BasicTime / (1 << Numerology.Index));
}
