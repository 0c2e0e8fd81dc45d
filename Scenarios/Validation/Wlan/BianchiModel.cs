namespace M2mVsIoTSim.Scenarios.Validation.Wlan;

/// <summary>Saturation throughput of the distributed coordination function.</summary>
/// <remarks>
/// G. Bianchi, IEEE JSAC 18(3):535-547, 2000, eqs. (7), (9) and (13), symbols as there: every station sends in a slot with probability τ, and collides then with probability p, whatever
/// happened before; no retry limit. A busy period counts as one slot.
/// </remarks>
/// <param name="n">Stations [1], at least 2.</param>
/// <param name="w">W = CWmin + 1 [1].</param>
/// <param name="m">Doublings of the window [1].</param>
internal sealed class BianchiModel(int n, int w, int m)
{
    /// <summary>τ: the solution of eqs. (7) and (9), by bisection as both are monotone [1].</summary>
    public double Tau { get; } = Solve(n, w, m);

    /// <summary>p [1].</summary>
    public double Collision => 1 - Math.Pow(1 - Tau, n - 1);

    /// <summary>P_tr: somebody sends [1].</summary>
    public double Transmission => 1 - Math.Pow(1 - Tau, n);

    /// <summary>P_s: what is sent is sent alone [1].</summary>
    public double Success => n * Tau * Math.Pow(1 - Tau, n - 1) / Transmission;

    /// <summary>S: share of the time in which payload is carried [1], eq. (13).</summary>
    /// <param name="payload">E[P] [s].</param>
    /// <param name="slot">σ [s].</param>
    /// <param name="success">T_s [s].</param>
    /// <param name="collision">T_c [s].</param>
    public double Throughput(double payload, double slot, double success, double collision) =>
        Success
        * Transmission
        * payload
        / ((1 - Transmission) * slot + Transmission * Success * success + Transmission * (1 - Success) * collision);

    private static double Solve(int n, int w, int m)
    {
        var (low, high) = (0.0, 1.0);
        for (var step = 0; step < 100; step++)
        {
            var tau = (low + high) / 2;
            var p = 1 - Math.Pow(1 - tau, n - 1);
            var doublings = Enumerable.Range(0, m).Sum(i => Math.Pow(2 * p, i));
            (low, high) = tau < 2 / (1 + w + p * w * doublings) ? (tau, high) : (low, tau);
        }

        return low;
    }
}
