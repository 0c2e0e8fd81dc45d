using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Media;

/// <summary>Which transmissions survive interference: least ratio of own to interfering energy, by own and interfering code.</summary>
/// <remarks>
/// One table serves for every rule in use, so that the innermost loop calls nothing: a finite ratio is capture or co-channel
/// rejection, +∞ means that any overlap destroys, −∞ that the codes never harm each other.
/// </remarks>
public sealed class RejectionRule
{
    private readonly double[] _ratios;

    /// <param name="decibels">Rows: own code; columns: interfering code [dB].</param>
    /// <exception cref="ArgumentException">The table is empty or not square, or an entry is not a number.</exception>
    public RejectionRule(double[,] decibels)
    {
        ArgumentNullException.ThrowIfNull(decibels);
        Codes = decibels.GetLength(0);
        if (Codes == 0 || Codes > MaximumCodes || decibels.GetLength(1) != Codes)
        {
            throw new ArgumentException(
                $"A rejection table is square with 1 to {MaximumCodes} codes; this one has {Codes} rows and {decibels.GetLength(1)} columns.",
                nameof(decibels)
            );
        }

        _ratios = new double[Codes * Codes];
        for (var own = 0; own < Codes; own++)
        {
            for (var other = 0; other < Codes; other++)
            {
                if (double.IsNaN(decibels[own, other]))
                {
                    throw new ArgumentException($"The entry for codes {own} and {other} is not a number.", nameof(decibels));
                }

                _ratios[own * Codes + other] = Decibels.ToLinear(decibels[own, other]);
            }
        }
    }

    /// <summary>What of the interferers of one code counts.</summary>
    public InterferenceSum Sum { get; init; } = InterferenceSum.Energy;

    /// <summary>By code, the beginning of a transmission in which an older one may still be on the air without harm to either; empty for none.</summary>
    /// <remarks>A LoRa receiver needs only the last symbols of the preamble: Bor et al., MSWiM 2016.</remarks>
    public IReadOnlyList<Duration> Lead { get; init; } = [];

    /// <summary>
    /// By code, the beginning of a transmission after which a receiver is locked on it and deaf to younger ones of the same code and channel;
    /// empty where receivers turn to the stronger one at any time.
    /// </summary>
    /// <remarks>
    /// A LoRa demodulator looks for preambles until it has found one: Haxhibeqiri et al. 2017 saw the later of two frames survive only where it began early. The
    /// later one harms the earlier all the same.
    /// </remarks>
    public IReadOnlyList<Duration> Lock { get; init; } = [];

    /// <summary>Greatest number of codes [1].</summary>
    public const int MaximumCodes = 32;

    /// <summary>Number of codes (spreading factors, say) that share a channel [1].</summary>
    public int Codes { get; }

    /// <summary>Transmissions of one code; any overlap destroys all of them: ALOHA.</summary>
    public static RejectionRule AnyOverlapDestroys =>
        new(
            new[,]
            {
                { double.PositiveInfinity },
            }
        );

    /// <summary>Transmissions of one code; one survives if it is so much stronger than the others together.</summary>
    /// <param name="decibels">Least ratio [dB].</param>
    public static RejectionRule Capture(double decibels) =>
        new(
            new[,]
            {
                { decibels },
            }
        );

    /// <summary>Whether a transmission survives what one code did to it.</summary>
    /// <param name="own">Its code.</param>
    /// <param name="other">The interfering code.</param>
    /// <param name="energy">Its energy at the receiver [mJ], or its power [mW] where the strongest counts.</param>
    /// <param name="interference">Energy of the other code during it, above 0 [mJ], or the power of its strongest [mW].</param>
    internal bool Survives(int own, int other, double energy, double interference) => energy >= _ratios[own * Codes + other] * interference;
}
