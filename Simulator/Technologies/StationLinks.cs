using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Media;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>Base stations at a site, how strongly they hear its devices, and who depends on which of them.</summary>
/// <param name="technology">Name of the technology.</param>
/// <param name="propagation">How its waves travel.</param>
/// <param name="places">Where the stations stand.</param>
internal sealed class StationLinks(string technology, Propagation propagation, Position[] places)
{
    /// <summary>With fading, stations that hear a device so much too weakly on average are asked for each frame [dB]: one frame in 22 000 gains more.</summary>
    private const double GreatestFadingGain = 10;

    /// <summary>Named once: a fleet asks for millions of links.</summary>
    private static readonly Entity Role = Entity.Of("station");

    private readonly DomainWatch _domain = new(technology, propagation);

    /// <summary>Power of the device that is asked for at each station [dBm]. Used again, so that the objects of a device lie close together.</summary>
    private readonly double[] _powers = new double[places.Length];
    private readonly bool[] _isOnlyOne = new bool[places.Length];

    /// <summary>Station number <paramref name="number"/>, the address of its luck.</summary>
    public static Entity Station(int number) => new(Role.Code | (uint)number);

    /// <summary>Where the stations stand.</summary>
    public IReadOnlyList<Position> Places => places;

    /// <summary>Whether the power of a frame differs from that of the last one.</summary>
    public bool Fades => propagation.Fades;

    /// <summary>Stations that are the only one within reach of some device [1].</summary>
    public int Indispensable => _isOnlyOne.Count(only => only);

    /// <summary>Where the path loss is used outside its domain, in sentences.</summary>
    public IEnumerable<string> OutsideDomain => _domain.Findings();

    /// <summary>Works out how strongly the stations hear a device, and remembers it until the next.</summary>
    /// <param name="device">The sender.</param>
    /// <param name="radiated">Its radiated power and the stations' antenna gain [dBm].</param>
    /// <returns>The power at the station that hears it best [dBm].</returns>
    public double Measure(Node device, double radiated)
    {
        var penetration = propagation.Penetration(device.Entity, device.Indoor);
        var best = 0;
        for (var station = 0; station < places.Length; station++)
        {
            _powers[station] = radiated - propagation.Loss(device.Entity, device.Position, penetration, station, places[station]);
            best = _powers[station] > _powers[best] ? station : best;
        }

        _domain.Note(device.Position, places[best]);
        return _powers[best];
    }

    /// <summary>The stations that the measured device reaches or disturbs, in the order of their numbers.</summary>
    /// <param name="sensitivity">Least power that a station receives [dBm].</param>
    /// <param name="margin">By how much a weaker transmission may still harm others [dB].</param>
    public Reach[] Reaches(double sensitivity, double margin)
    {
        if (HowManyAbove(sensitivity) == 1)
        {
            _isOnlyOne[Array.FindIndex(_powers, power => power >= sensitivity)] = true;
        }

        var floor = sensitivity - margin - (Fades ? GreatestFadingGain : 0);
        var reaches = new Reach[HowManyAbove(floor)];
        for (var (station, next) = (0, 0); next < reaches.Length; station++)
        {
            if (_powers[station] >= floor)
            {
                reaches[next++] = new Reach(station, (float)Decibels.ToLinear(_powers[station]));
            }
        }

        return reaches;
    }

    /// <summary>How strongly stations hear a frame: the fading of each is its own.</summary>
    /// <param name="device">The sender.</param>
    /// <param name="reaches">Power at the stations on average.</param>
    /// <param name="frame">Number of the frame [1].</param>
    /// <param name="faded">Room for the answer, of the same length or null.</param>
    public Reach[] Fade(Entity device, Reach[] reaches, long frame, Reach[]? faded)
    {
        faded = faded?.Length == reaches.Length ? faded : new Reach[reaches.Length];
        for (var i = 0; i < reaches.Length; i++)
        {
            var gain = propagation.Fading(device, reaches[i].Receiver, frame);
            faded[i] = reaches[i] with { Milliwatts = (float)(reaches[i].Milliwatts * Decibels.ToLinear(gain)) };
        }

        return faded;
    }

    /// <summary>Fading of a frame from a station to a device [dB]: another luck than that of the frame that came up.</summary>
    /// <param name="device">The receiver.</param>
    /// <param name="station">Number of the station [1].</param>
    /// <param name="frame">Number of the frame [1].</param>
    public double DownlinkFading(Entity device, int station, long frame) => propagation.Fading(device, station, -1 - frame);

    private int HowManyAbove(double level)
    {
        var count = 0;
        foreach (var power in _powers)
        {
            count += power >= level ? 1 : 0;
        }

        return count;
    }
}
