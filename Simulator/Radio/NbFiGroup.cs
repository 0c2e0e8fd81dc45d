namespace M2mVsIoTSim.Radio;

/// <summary>Frames of a message that are acknowledged together.</summary>
/// <remarks>
/// <para>waviot/NBFi_WA1470, <c>nbfi_transport.c</c>: the last frame of a round asks. It is sent again until its answer comes, which tells which others of the group are missing; those are
/// sent again in the next round, whose last frame asks. Whoever has been sent again more often than there are retries ends the group.</para>
/// <para>Derived: with independent losses, all frames that a round sends have been sent in each round before. Let a round k send m frames, A = R − k + 1 the attempts that are left, and
/// j of the m − 1 that do not ask be missed. Then D(m, k) = (1 − (1 − pq)^A) Σ_j B(j; m − 1, 1 − p) D(j, k + 1) + ((1 − pq)^A − (1 − p)^A) p^(m−1): either an answer comes and the next round
/// delivers the rest, or none comes although all is there. D(0, k) = 1; D(m, R + 1) = 0 for m above 0.</para>
/// </remarks>
public static class NbFiGroup
{
    /// <summary>Probability that all frames of a group arrive [1].</summary>
    /// <param name="frames">m, 1 to 32 [1].</param>
    /// <param name="uplink">p, that a frame arrives [1].</param>
    /// <param name="answer">q, that the answer to a frame that arrives does [1].</param>
    /// <param name="retries">R [1].</param>
    public static double Delivery(int frames, double uplink, double answer, int retries)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(frames, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(frames, NbFiProtocol.GreatestGroup);
        return Walk(
            frames,
            uplink,
            answer,
            retries,
            (unanswered, unheard, next, m) => (1 - unanswered) * next + (unanswered - unheard) * Math.Pow(uplink, m - 1),
            1
        );
    }

    /// <summary>Frames that are sent for a group on average [1].</summary>
    /// <inheritdoc cref="Delivery"/>
    public static double Transmissions(int frames, double uplink, double answer, int retries)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(frames, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(frames, NbFiProtocol.GreatestGroup);
        var success = uplink * answer;
        return Walk(
            frames,
            uplink,
            answer,
            retries,
            (unanswered, _, next, m) => m - 1 + (success > 0 ? (1 - unanswered) / success : retries + 1) + (1 - unanswered) * next,
            0
        );
    }

    /// <summary>Goes through the rounds from the last to the first.</summary>
    private static double Walk(
        int frames,
        double uplink,
        double answer,
        int retries,
        Func<double, double, double, int, double> round,
        double atNone
    )
    {
        var later = new double[frames + 1];
        later[0] = atNone;
        for (var k = retries; k >= 0; k--)
        {
            var attempts = retries - k + 1;
            var (unanswered, unheard) = (Math.Pow(1 - uplink * answer, attempts), Math.Pow(1 - uplink, attempts));
            var now = new double[frames + 1];
            now[0] = atNone;
            for (var m = 1; m <= frames; m++)
            {
                now[m] = round(unanswered, unheard, Expected(later, m - 1, 1 - uplink), m);
            }

            later = now;
        }

        return later[frames];
    }

    /// <summary>Mean over the number of frames missed of some [1].</summary>
    private static double Expected(double[] values, int frames, double missed)
    {
        var mean = 0.0;
        var ways = 1.0;
        for (var j = 0; j <= frames; j++)
        {
            mean += ways * Math.Pow(missed, j) * Math.Pow(1 - missed, frames - j) * values[j];
            ways = ways * (frames - j) / (j + 1);
        }

        return mean;
    }
}
