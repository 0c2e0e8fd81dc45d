using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>The stations of a cellular network and the coupling loss of devices to them.</summary>
internal sealed class CellCoverage
{
    private readonly CellOptions _options;
    private readonly StationGrid _grid;

    /// <param name="options">Antennas and carrier.</param>
    /// <param name="propagation">How waves travel.</param>
    /// <param name="random">The luck of the links.</param>
    /// <param name="sites">Number of stations, on a sunflower [1].</param>
    /// <param name="radius">Of the area [m].</param>
    public CellCoverage(CellOptions options, PropagationOptions propagation, Randomness random, int sites, double radius)
    {
        _options = options;
        Propagation = new Propagation(propagation, options.Carrier, random);
        _grid = new StationGrid(Sunflower.Places(sites, radius, options.SiteHeight), Propagation);
    }

    /// <summary>How waves travel.</summary>
    public Propagation Propagation { get; }

    /// <summary>Where the stations stand.</summary>
    public IReadOnlyList<Position> Stations => _grid.Stations;

    /// <summary>The station of the least coupling loss, and that loss [dB].</summary>
    public (int Station, double CouplingLoss) Best(Node device)
    {
        ArgumentNullException.ThrowIfNull(device);
        return Best(device, device.Position);
    }

    /// <summary>The station of the least coupling loss to a device at a place, and that loss [dB].</summary>
    public (int Station, double CouplingLoss) Best(Node device, Position at)
    {
        var (best, least) = (-1, double.PositiveInfinity);
        var links = _grid.From(device.Entity, at, Propagation.Penetration(device.Entity, device.Indoor));
        while (links.Next(least))
        {
            if (links.Loss < least)
            {
                (best, least) = (links.Station, links.Loss);
            }
        }

        return (best < 0 ? _grid.Nearest(at) : best, Coupling(least));
    }

    /// <summary>Coupling loss of a device at a place to a station [dB].</summary>
    public double To(Node device, Position at, int station) =>
        Coupling(Propagation.Loss(device.Entity, at, Propagation.Penetration(device.Entity, device.Indoor), station, Stations[station]));

    /// <summary>The sector of a station that looks towards a place, from 0 [1].</summary>
    public int SectorOf(Position place, int station)
    {
        var at = Stations[station];
        var turn = (Math.Atan2(place.Y - at.Y, place.X - at.X) / (2 * Math.PI)) + 1;
        return (int)(turn * _options.Sectors) % _options.Sectors;
    }

    private double Coupling(double loss) => loss - _options.SiteAntennaGain - _options.DeviceAntennaGain;
}
