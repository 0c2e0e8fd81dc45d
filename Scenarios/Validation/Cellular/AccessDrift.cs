namespace M2mVsIoTSim.Scenarios.Validation.Cellular;

/// <summary>Random access of a surge, occasion by occasion: what is expected of those who contend with their first, second, … preamble.</summary>
/// <remarks>
/// Derived for the rules of 3GPP TR 37.868, in the manner of C.-H. Wei, G. Bianchi and R.-G. Cheng, IEEE Trans. Wireless Commun. 14, 2015 (from memory): of C contenders on M preambles each is alone with
/// probability e^(−C/M), heard with 1 − e^(−i) at attempt i, and granted as long as the occasion has grants. Numbers are replaced by their means, so it is exact for many devices but where the grants just suffice.
/// </remarks>
internal sealed class AccessDrift
{
    /// <summary>Occasions in the 10 s of the surge, one every 5 ms [1].</summary>
    private const int Arrivals = 2000;

    /// <summary>Share of the failed that come back so many occasions later: the window ends 8 ms after an occasion begins, and the back-off is uniform over 20 ms.</summary>
    private static readonly (int Later, double Share)[] Returns = [(2, 0.1), (3, 0.25), (4, 0.25), (5, 0.25), (6, 0.15)];

    public AccessDrift(int devices, int preambles, double grants, int attempts)
    {
        var contenders = new double[Arrivals + 7 * attempts + 7, attempts + 1];
        var (before, sent, served, sentByServed) = (0.0, 0.0, 0.0, 0.0);
        for (var occasion = 0; occasion < contenders.GetLength(0) - 6; occasion++)
        {
            var until = Beta34(Math.Min(1, (double)occasion / Arrivals));
            contenders[occasion, 1] += devices * (until - before);
            before = until;
            double all = 0;
            for (var attempt = 1; attempt <= attempts; attempt++)
            {
                all += contenders[occasion, attempt];
            }

            var alone = Math.Exp(-all / preambles);
            double heard = 0;
            for (var attempt = 1; attempt <= attempts; attempt++)
            {
                heard += contenders[occasion, attempt] * alone * (1 - Math.Exp(-attempt));
            }

            var granted = alone * Math.Min(1, grants / Math.Max(heard, double.Epsilon));
            for (var attempt = 1; attempt <= attempts; attempt++)
            {
                var here = contenders[occasion, attempt];
                var succeed = here * granted * (1 - Math.Exp(-attempt));
                (sent, served, sentByServed) = (sent + here, served + succeed, sentByServed + succeed * attempt);
                foreach (var (later, share) in attempt < attempts ? Returns : [])
                {
                    contenders[occasion + later, attempt + 1] += share * (here - succeed);
                }
            }
        }

        (Success, PreamblesOfSuccess, PreamblesOfDevice) = (served / devices, sentByServed / served, sent / devices);
    }

    /// <summary>Share of devices that succeed [1].</summary>
    public double Success { get; }

    /// <summary>Preambles of a device that succeeds [1].</summary>
    public double PreamblesOfSuccess { get; }

    /// <summary>Preambles of any device [1].</summary>
    public double PreamblesOfDevice { get; }

    /// <summary>Distribution function of Beta(3, 4): at least three of six uniform numbers lie below.</summary>
    private static double Beta34(double x) => 1 - Math.Pow(1 - x, 6) - 6 * x * Math.Pow(1 - x, 5) - 15 * x * x * Math.Pow(1 - x, 4);
}
