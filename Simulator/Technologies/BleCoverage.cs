using M2mVsIoTSim.Network;

namespace M2mVsIoTSim.Technologies;

/// <summary>Gateways of connections, and who reaches which of them.</summary>
internal sealed class BleCoverage
{
    private readonly BleOptions _options;
    private readonly StationGrid _grid;
    private readonly double[] _connected;

    public BleCoverage(BleOptions options, Site site, Kernel.Randomness random, int count)
    {
        _options = options;
        Propagation = new Propagation(site.Propagation, options.Carrier, random);
        _grid = new StationGrid(Sunflower.Places(count, site.Radius, options.GatewayHeight), Propagation);
        _connected = new double[count];
    }

    /// <summary>How waves travel.</summary>
    public Propagation Propagation { get; }

    /// <summary>Where the gateways stand.</summary>
    public IReadOnlyList<Units.Position> Gateways => _grid.Stations;

    /// <summary>The gateway nearest to a place.</summary>
    public int Nearest(Node device) => _grid.Nearest(device.Position);

    /// <summary>Connects a device with the gateway of least loss that has a place for it.</summary>
    /// <param name="device">The device.</param>
    /// <param name="weight">For how many it stands [1].</param>
    /// <returns>Number of the gateway; null if none in reach has a place.</returns>
    public int? Connect(Node device, double weight = 1)
    {
        var (best, least) = (-1, double.PositiveInfinity);
        var links = _grid.From(device.Entity, device.Position, Propagation.Penetration(device.Entity, device.Indoor));
        while (links.Next(_options.GreatestLoss))
        {
            if (
                links.Loss <= _options.GreatestLoss
                && links.Loss < least
                && _connected[links.Station] + weight <= _options.Connections + 0.5
            )
            {
                (best, least) = (links.Station, links.Loss);
            }
        }

        if (best < 0)
        {
            return null;
        }

        _connected[best] += weight;
        return best;
    }

    /// <summary>The smallest number of gateways with which enough devices of each fleet are connected, or the one that comes closest.</summary>
    public static (int Count, IReadOnlyList<Promise> Promises, bool IsSufficient) Dimension(BleOptions options, Site site)
    {
        var sample = new PlanningSample(site);
        (int Count, IReadOnlyList<Promise> Promises, bool IsSufficient)? best = null;
        for (var count = options.Gateways ?? 1; count <= (options.Gateways ?? options.GatewayLimit); count++)
        {
            var coverage = new BleCoverage(options, site, sample.Random, count);
            bool[] isConnected = [.. sample.Places.Select(place => coverage.Connect(place.Node, place.Members) is not null)];
            var promises = sample.Promises(i => isConnected[i] ? 1 : 0, _ => 1);
            var found = (count, promises, Promise.LeastMargin(promises) >= 0);
            if (found.Item3)
            {
                return found;
            }

            best = best is not { } known || Promise.LeastMargin(promises) > Promise.LeastMargin(known.Promises) ? found : best;
        }

        return best!.Value;
    }
}
