using M2mVsIoTSim.Network;
using M2mVsIoTSim.Radio.Propagation;

namespace M2mVsIoTSim.Technologies;

/// <summary>Links between devices of a site that are no weaker than a limit; found by squares, so that not everybody is compared with everybody.</summary>
/// <remarks>Beyond the side of a square a link would have to be stronger than its median by 4 standard deviations of the model: three in a hundred thousand at that distance, fewer beyond, are missed.</remarks>
internal sealed class MeshNeighbours
{
    private const double Deviations = 4;
    private const int PerDecade = 64;
    private const int Decades = 5;

    private readonly List<(int Device, double Loss)>[] _links;

    /// <param name="propagation">How waves travel.</param>
    /// <param name="devices">Who stands where.</param>
    /// <param name="takesPart">Whether a link between two of them is asked for.</param>
    /// <param name="limit">Greatest loss [dB].</param>
    public MeshNeighbours(Propagation propagation, IReadOnlyList<Node> devices, Func<int, int, bool> takesPart, double limit)
    {
        Standpoint[] stands =
        [
            .. devices.Select(device =>
                propagation.Stand(device.Entity, device.Position, propagation.Penetration(device.Entity, device.Indoor))
            ),
        ];
        _links = new List<(int, double)>[devices.Count];
        for (var i = 0; i < _links.Length; i++)
        {
            _links[i] = [];
        }

        if (devices.Count == 0)
        {
            return;
        }

        var side = GreatestDistance(propagation, devices.Max(device => device.Position.Z), limit);
        var squares = new Dictionary<(long, long), List<int>>();
        for (var i = 0; i < devices.Count; i++)
        {
            var at = stands[i].At;
            var (column, row) = ((long)Math.Floor(at.X / side), (long)Math.Floor(at.Y / side));
            for (var dx = -1; dx <= 1; dx++)
            {
                for (var dy = -1; dy <= 1; dy++)
                {
                    foreach (var other in squares.GetValueOrDefault((column + dx, row + dy)) ?? [])
                    {
                        if (takesPart(i, other) && propagation.Between(stands[i], stands[other]) is var loss && loss <= limit)
                        {
                            _links[i].Add((other, loss));
                            _links[other].Add((i, loss));
                        }
                    }
                }
            }

            if (!squares.TryGetValue((column, row), out var square))
            {
                squares[(column, row)] = square = [];
            }

            square.Add(i);
        }

        foreach (var links in _links)
        {
            links.Sort();
        }
    }

    /// <summary>The links of a device, in the order of the others' numbers.</summary>
    public IReadOnlyList<(int Device, double Loss)> this[int device] => _links[device];

    private static double GreatestDistance(Propagation propagation, double height, double limit)
    {
        for (var i = PerDecade * Decades; i > 0; i--)
        {
            var link = new LinkGeometry(Math.Pow(10, (double)(i - 1) / PerDecade), height, height, propagation.Carrier);
            var chance = propagation.Model.SightProbability(link);
            var least = Math.Min(
                chance > 0 ? Least(propagation, link, inSight: true) : double.PositiveInfinity,
                chance < 1 ? Least(propagation, link, inSight: false) : double.PositiveInfinity
            );
            if (least <= limit)
            {
                return Math.Pow(10, (double)i / PerDecade);
            }
        }

        return 1;
    }

    private static double Least(Propagation propagation, in LinkGeometry link, bool inSight) =>
        propagation.Model.Median(link, inSight) - Deviations * propagation.Deviation(link, inSight);
}
