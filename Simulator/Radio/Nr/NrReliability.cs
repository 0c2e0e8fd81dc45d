namespace M2mVsIoTSim.Radio.Nr;

/// <summary>Probability that a block has not arrived after so many transmissions.</summary>
/// <remarks>
/// Transmissions are combined (chase combining: their signal-to-noise ratios add), and the channel stands still meanwhile, which is short against its coherence time. Whoever misses the control message of a
/// transmission has nothing of it. PDCP duplication sends a block over two legs whose fading is independent: it is lost where both lose it, so success is 1 − (1 − p)². 3GPP TS 38.824 and TS 38.323 §5.11 (from
/// memory). Validated by <c>NrReliabilityTests</c> and the suite <c>nr-urllc</c>.
/// </remarks>
public static class NrReliability
{
    /// <summary>Probability that a block has not arrived after 1, 2, … transmissions [1].</summary>
    /// <param name="modulation">Qm and R.</param>
    /// <param name="size">Of the transport block [bit].</param>
    /// <param name="ratio">Mean signal-to-noise ratio of a transmission, with its repetitions combined [1].</param>
    /// <param name="fading">Of the link, the same in all transmissions.</param>
    /// <param name="controlError">Probability that a control message is missed [1].</param>
    /// <param name="transmissions">How many [1].</param>
    /// <param name="isConfigured">Whether the first transmission needs no control message.</param>
    public static double[] Failures(
        NrModulation modulation,
        int size,
        double ratio,
        NrFading fading,
        double controlError,
        int transmissions,
        bool isConfigured = false
    )
    {
        ArgumentNullException.ThrowIfNull(fading);
        ArgumentOutOfRangeException.ThrowIfLessThan(transmissions, 1);
        // By how many of them were received.
        var received = new double[transmissions + 1];
        received[0] = 1;
        for (var i = 1; i <= transmissions; i++)
        {
            var combined = i * ratio;
            received[i] = fading.Mean(gain => NrBlockError.OfTransportBlock(modulation, size, combined * gain));
        }

        var failures = new double[transmissions];
        for (var sent = 1; sent <= transmissions; sent++)
        {
            failures[sent - 1] = isConfigured
                ? Expected(received, sent - 1, controlError, certain: 1)
                : Expected(received, sent, controlError, certain: 0);
        }

        return failures;
    }

    /// <summary>The same of a block that goes over two legs.</summary>
    public static double[] Duplicated(IReadOnlyList<double> failures) => [.. failures.Select(one => one * one)];

    /// <summary>Probability that each transmission fails, where those before it did [1].</summary>
    public static double[] Conditional(IReadOnlyList<double> failures)
    {
        ArgumentNullException.ThrowIfNull(failures);
        var rates = new double[failures.Count];
        for (var i = 0; i < rates.Length; i++)
        {
            var before = i == 0 ? 1 : failures[i - 1];
            rates[i] = before > 0 ? Math.Min(1, failures[i] / before) : 0;
        }

        return rates;
    }

    /// <summary>Success of a chain of which every part has to work: (1 − p₁)(1 − p₂)… [1].</summary>
    public static double Chain(params ReadOnlySpan<double> failures)
    {
        var success = 1.0;
        foreach (var failure in failures)
        {
            success *= 1 - failure;
        }

        return success;
    }

    /// <summary>Over how many of those that may be missed were received: binomial.</summary>
    private static double Expected(double[] received, int sent, double missed, int certain)
    {
        var (sum, term) = (0.0, Math.Pow(missed, sent));
        if (missed == 0)
        {
            return received[sent + certain];
        }

        for (var i = 0; i <= sent; i++)
        {
            sum += term * received[i + certain];
            term *= (double)(sent - i) / (i + 1) * ((1 - missed) / missed);
        }

        return sum;
    }
}
