using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Validation.LoRa;

/// <summary>Networks side by side, and which share of their frames harms an own one at which gateways.</summary>
/// <remarks>
/// With Poisson arrivals and a frame time T of which the first l of the younger frame's preamble are spared, all of a set S of gateways receive a frame with
/// probability exp(−2 (T − l) Λ_S), where Λ_S is the rate of frames that are too strong at one gateway of S at least: nearer to it than r times
/// the sender, r = 10^(6 dB / 20.8 dB). Of the gateways together one at least receives it with Σ_S (−1)^(|S|+1) exp(−2 (T − l) Λ_S). Averages over
/// senders and interferers are sums over even places.
/// </remarks>
internal sealed class NeighbouringNetworks
{
    private const int Senders = 400;
    private const int Interferers = 1000;

    /// <summary>By sender and set of gateways, expected number of interferers among one of each network [1].</summary>
    private readonly double[][] _harmful;

    /// <param name="networks">Where their own gateways stand; the first one is ours.</param>
    /// <param name="gateways">That serve our network.</param>
    /// <param name="radius">Of each network [m].</param>
    /// <param name="reach">r: how much farther away an interferer may be than the sender [1].</param>
    public NeighbouringNetworks(IReadOnlyList<Position> networks, IReadOnlyList<Position> gateways, double radius, double reach)
    {
        Position[] interferers =
        [
            .. networks.SelectMany(centre =>
                Sunflower.Places(Interferers, radius, 0).Select(place => new Position(centre.X + place.X, centre.Y + place.Y, 0))
            ),
        ];
        double[][] away = [.. interferers.Select(place => Distances(place, gateways))];
        _harmful = [.. Sunflower.Places(Senders, radius, 0).Select(sender => Harmful(Distances(sender, gateways), away, reach))];
    }

    /// <summary>Share of our frames that one gateway at least receives [1].</summary>
    /// <param name="rate">Frames of each network [1/s].</param>
    /// <param name="vulnerable">T − l.</param>
    public double Delivery(double rate, Duration vulnerable) =>
        _harmful.Average(sets =>
        {
            var sum = 0.0;
            for (var set = 1; set < sets.Length; set++)
            {
                var sign = int.IsOddInteger(int.PopCount(set)) ? 1 : -1;
                sum += sign * Math.Exp(-2 * vulnerable.TotalSeconds * rate * sets[set]);
            }

            return sum;
        });

    private static double[] Distances(Position place, IReadOnlyList<Position> gateways) =>
        [.. gateways.Select(gateway => gateway.GroundDistanceTo(place))];

    private static double[] Harmful(double[] own, double[][] others, double reach)
    {
        var exactly = new int[1 << own.Length];
        foreach (var other in others)
        {
            var set = 0;
            for (var gateway = 0; gateway < own.Length; gateway++)
            {
                set |= other[gateway] < reach * own[gateway] ? 1 << gateway : 0;
            }

            exactly[set]++;
        }

        return
        [
            .. Enumerable
                .Range(0, exactly.Length)
                .Select(set => exactly.Where((_, harmed) => (harmed & set) != 0).Sum() / (double)Interferers),
        ];
    }
}
