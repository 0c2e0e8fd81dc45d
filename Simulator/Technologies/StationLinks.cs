using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Media;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>Base stations at a site, how strongly they hear its devices, and who depends on which of them.</summary>
/// <param name="technology">Name of the technology.</param>
/// <param name="stations">Where the stations stand, and how the waves travel.</param>
/// <param name="sensitivity">Least power that a station receives of any transmission [dBm].</param>
internal sealed class StationLinks(string technology, StationGrid stations, double sensitivity)
{
    /// <summary>With fading, stations that hear a device so much too weakly on average are asked for each frame [dB]: one frame in 22 000 gains more.</summary>
    private const double GreatestFadingGain = 10;

    /// <summary>What is this much too weak to be received is not followed any further, whatever harm it may do [dB].</summary>
    private const double GreatestMargin = 20;

    /// <summary>Named once: a fleet asks for millions of links.</summary>
    private static readonly Entity Role = Entity.Of("station");

    private readonly DomainWatch _domain = new(technology, stations.Propagation);

    /// <summary>Power of the device that is asked for, by station [dBm]. Used again, so that the objects of a device lie close together.</summary>
    private readonly List<(int Station, double Power)> _heard = [];
    private readonly int[] _dependants = new int[stations.Stations.Count];
    private int _devices;

    /// <summary>Station number <paramref name="number"/>, the address of its luck.</summary>
    public static Entity Station(int number) => new(Role.Code | (uint)number);

    /// <summary>Where the stations stand.</summary>
    public IReadOnlyList<Position> Places => stations.Stations;

    /// <summary>Whether the power of a frame differs from that of the last one.</summary>
    public bool Fades => Propagation.Fades;

    /// <summary>Stations that are the only one within reach of some device [1].</summary>
    public int Indispensable => _dependants.Count(number => number > 0);

    /// <summary>For each of them the share of the devices that reach no other [1].</summary>
    public IReadOnlyList<double> Dependants => [.. _dependants.Where(number => number > 0).Select(number => (double)number / _devices)];

    /// <summary>Where the path loss is used outside its domain, in sentences.</summary>
    public IEnumerable<string> OutsideDomain => _domain.Findings();

    private Propagation Propagation => stations.Propagation;

    private double FadingGain => Fades ? GreatestFadingGain : 0;

    /// <summary>Works out how strongly the stations hear a device, and remembers it until the next.</summary>
    /// <param name="device">The sender.</param>
    /// <param name="radiated">Its radiated power and the stations' antenna gain [dBm].</param>
    /// <returns>The power at the station that hears it best [dBm]; −∞ if it is far too weak for all.</returns>
    public double Measure(Node device, double radiated)
    {
        ArgumentNullException.ThrowIfNull(device);
        var (best, station) = Measure(device, device.Position, radiated);
        _domain.Note(device.Position, Places[station < 0 ? stations.Nearest(device.Position) : station]);
        return best;
    }

    /// <summary>The stations that a device reaches or disturbs from where it is at a time, in the order of their numbers.</summary>
    /// <param name="device">The sender, which moves.</param>
    /// <param name="time">When.</param>
    /// <param name="radiated">Its radiated power and the stations' antenna gain [dBm].</param>
    /// <param name="level">Least power of its transmissions that a station receives [dBm].</param>
    /// <param name="margin">By how much a weaker transmission may still harm others [dB]; no more than 20 dB count.</param>
    public Reach[] ReachesAt(Node device, SimTime time, double radiated, double level, double margin)
    {
        ArgumentNullException.ThrowIfNull(device);
        Measure(device, device.PositionAt(time), radiated);
        return Within(level, margin);
    }

    private (double Best, int Station) Measure(Node device, Position at, double radiated)
    {
        _heard.Clear();
        var (best, station) = (double.NegativeInfinity, -1);
        var links = stations.From(device.Entity, at, Propagation.Penetration(device.Entity, device.Indoor));
        while (links.Next(radiated - (sensitivity - GreatestMargin - FadingGain)))
        {
            var power = radiated - links.Loss;
            _heard.Add((links.Station, power));
            (best, station) = power > best ? (power, links.Station) : (best, station);
        }

        _heard.Sort();
        return (best, station);
    }

    /// <summary>The stations that the measured device reaches or disturbs, in the order of their numbers.</summary>
    /// <param name="level">Least power of its transmissions that a station receives [dBm].</param>
    /// <param name="margin">By how much a weaker transmission may still harm others [dB]; no more than 20 dB count.</param>
    public Reach[] Reaches(double level, double margin)
    {
        _devices++;
        if (HowManyAbove(level) == 1)
        {
            _dependants[_heard.Find(heard => heard.Power >= level).Station]++;
        }

        return Within(level, margin);
    }

    private Reach[] Within(double level, double margin)
    {
        var floor = level - Math.Min(margin, GreatestMargin) - FadingGain;
        var reaches = new Reach[HowManyAbove(floor)];
        var next = 0;
        foreach (var (station, power) in _heard)
        {
            if (power >= floor)
            {
                reaches[next++] = new Reach(station, (float)Decibels.ToLinear(power));
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
            var gain = Propagation.Fading(device, reaches[i].Receiver, frame);
            faded[i] = reaches[i] with { Milliwatts = (float)(reaches[i].Milliwatts * Decibels.ToLinear(gain)) };
        }

        return faded;
    }

    /// <summary>Fading of a frame from a station to a device [dB]: another luck than that of the frame that came up.</summary>
    /// <param name="device">The receiver.</param>
    /// <param name="station">Number of the station [1].</param>
    /// <param name="frame">Number of the frame [1].</param>
    public double DownlinkFading(Entity device, int station, long frame) => Propagation.Fading(device, station, -1 - frame);

    private int HowManyAbove(double level)
    {
        var count = 0;
        foreach (var (_, power) in _heard)
        {
            count += power >= level ? 1 : 0;
        }

        return count;
    }
}
