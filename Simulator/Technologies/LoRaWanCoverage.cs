using M2mVsIoTSim.Media;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>Which gateways hear a device, and how strongly.</summary>
/// <remarks>
/// A frame that no gateway can demodulate may still harm others; below the capture threshold of its own code it cannot. So the code that
/// the best gateway allows decides how weak a frame is followed: the nearer that gateway, the fewer others are asked.
/// </remarks>
internal sealed class LoRaWanCoverage
{
    /// <summary>Frames this much below the capture threshold of their own code are not followed any further [dB].</summary>
    private const double GreatestCaptureThreshold = 20;

    /// <summary>With fading, gateways that hear a device so much too weakly on average are asked for each frame [dB]: one frame in 22 000 gains more.</summary>
    private const double GreatestFadingGain = 10;

    private readonly LoRaWanLinkBudget _budget;
    private readonly StationGrid _gateways;
    private readonly DomainWatch _domain;
    private readonly double[] _sensitivities;
    private readonly double[] _floors;
    private readonly int[] _dependants;
    private int _devices;

    /// <summary>The gateways of the device that joins [dBm]. Used again, so that the objects of a device lie close together.</summary>
    private readonly List<(int Gateway, double Power)> _heard = [];

    public LoRaWanCoverage(LoRaWanOptions options, LoRaWanLinkBudget budget, IReadOnlyList<Position> gateways, DomainWatch domain)
    {
        (_budget, _domain) = (budget, domain);
        _gateways = new StationGrid(gateways, budget.Propagation);
        _dependants = new int[gateways.Count];
        var rates = options.Plan.Uplinks;
        _sensitivities = [.. rates.Select(options.GatewaySensitivity)];
        var matrix = LoRaRejection.Matrix(options.Rejection, rates);
        var fading = budget.Propagation.Fades ? GreatestFadingGain : 0;
        _floors = [.. _sensitivities.Select((level, code) => level - Math.Min(matrix[code, code], GreatestCaptureThreshold) - fading)];
        if (options.Adr || options.RetryStepDown)
        {
            // Whatever data rate a device begins with, it may come down to the slowest.
            Array.Fill(_floors, _floors[0]);
        }
    }

    /// <summary>Gateways that are the only one within reach of some device [1].</summary>
    public int Indispensable => _dependants.Count(number => number > 0);

    /// <summary>For each of them the share of the devices that reach no other [1].</summary>
    public IReadOnlyList<double> Dependants => [.. _dependants.Where(number => number > 0).Select(number => (double)number / _devices)];

    /// <summary>The gateways that a device reaches, in the order of their numbers, and the data rate that the best of them allows.</summary>
    public (Reach[] Reaches, int DataRate) Of(Node device)
    {
        _heard.Clear();
        var (best, nearest) = (double.NegativeInfinity, -1);
        var code = _budget.DataRate(best);
        var links = _gateways.From(device.Entity, device.Position, _budget.PenetrationLoss(device));
        while (links.Next(_budget.Exchange(_floors[code])))
        {
            var power = _budget.Exchange(links.Loss);
            _heard.Add((links.Station, power));
            if (power > best)
            {
                (best, nearest, code) = (power, links.Station, _budget.DataRate(device, power));
            }
        }

        _domain.Note(device.Position, _gateways.Stations[nearest < 0 ? _gateways.Nearest(device.Position) : nearest]);
        _heard.Sort();
        NoteTheOnlyOne(_sensitivities[code]);
        return (ReachesAbove(_floors[code]), code);
    }

    /// <summary>The gateways that a device at a place reaches with a data rate, in the order of their numbers.</summary>
    public Reach[] At(Node device, Position at, int dataRate)
    {
        _heard.Clear();
        var links = _gateways.From(device.Entity, at, _budget.PenetrationLoss(device));
        while (links.Next(_budget.Exchange(_floors[dataRate])))
        {
            _heard.Add((links.Station, _budget.Exchange(links.Loss)));
        }

        _heard.Sort();
        return ReachesAbove(_floors[dataRate]);
    }

    /// <summary>Power at the best of some gateways [dBm]; −∞ if there is none.</summary>
    public static double BestOf(IReadOnlyList<Reach> reaches) =>
        Decibels.FromLinear(reaches.Count == 0 ? 0 : reaches.Max(reach => reach.Milliwatts));

    private void NoteTheOnlyOne(double sensitivity)
    {
        _devices++;
        if (HowManyAbove(sensitivity) == 1)
        {
            _dependants[_heard.Find(heard => heard.Power >= sensitivity).Gateway]++;
        }
    }

    private Reach[] ReachesAbove(double floor)
    {
        var reaches = new Reach[HowManyAbove(floor)];
        var next = 0;
        foreach (var (gateway, power) in _heard)
        {
            if (power >= floor)
            {
                reaches[next++] = new Reach(gateway, (float)Decibels.ToLinear(power));
            }
        }

        return reaches;
    }

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
