using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Radio.Propagation;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>How the radio waves of one carrier travel at a site: path loss, sight, shadowing, buildings, fading.</summary>
/// <remarks>
/// All luck is addressed by device and station and by nothing of the technology, so that two technologies at one site stand behind the same hills and
/// in the same cellars. Stations are numbered; number 0 of two technologies has the same luck, as it stands at the same place.
/// </remarks>
public sealed class Propagation
{
    private static readonly Purpose SightPurpose = Purpose.Named("line of sight");
    private static readonly Purpose ShadowingPurpose = Purpose.Named("shadowing");
    private static readonly Purpose PenetrationPurpose = Purpose.Named("building penetration");
    private static readonly Purpose FadingPurpose = Purpose.Named("fading");

    /// <summary>Named once: a fleet asks for millions of links.</summary>
    private static readonly Entity StationRole = Entity.Of("station");
    private static readonly Entity Landscape = Entity.Of("landscape");

    private readonly PropagationOptions _options;
    private readonly Randomness _random;
    private readonly ShadowField _common;
    private readonly List<ShadowField> _own = [];
    private readonly double _riceFactor;

    /// <param name="options">What the site is like.</param>
    /// <param name="carrier">The carrier frequency.</param>
    /// <param name="random">The luck of the site.</param>
    public Propagation(PropagationOptions options, Frequency carrier, Randomness random)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(random);
        (_options, Carrier, _random) = (options, carrier, random);
        Model = PathLossModels.Of(options);
        _common = new ShadowField(random, Landscape);
        _riceFactor = Decibels.ToLinear(options.RiceFactor);
    }

    /// <summary>The carrier frequency.</summary>
    public Frequency Carrier { get; }

    /// <summary>Name of the path-loss model.</summary>
    public PathLossChoice Choice => _options.PathLoss;

    /// <summary>The path-loss model.</summary>
    public PathLossModel Model { get; }

    /// <summary>Whether the power of a frame differs from that of the last one.</summary>
    public bool Fades => _options.Fading != FadingModel.None;

    /// <summary>Loss of a device into its building [dB], the same towards every station.</summary>
    public double Penetration(Entity device, bool indoor)
    {
        if (!indoor || _options.Buildings == BuildingModel.None)
        {
            return 0;
        }

        var draw = _random.Draw(device, PenetrationPurpose);
        return _options.Buildings switch
        {
            BuildingModel.Tr45820 => BuildingPenetration.Tr45820(
                draw.Uniform(),
                draw.Uniform(),
                draw.Uniform(),
                draw.Uniform(),
                draw.Uniform()
            ),
            BuildingModel.Tr38901Low => Wall(ref draw, OutdoorToIndoor.LowLoss(Carrier), OutdoorToIndoor.LowLossDeviation),
            BuildingModel.Tr38901High => Wall(ref draw, OutdoorToIndoor.HighLoss(Carrier), OutdoorToIndoor.HighLossDeviation),
            _ => _options.BuildingLoss,
        };
    }

    /// <summary>Loss of a link [dB]: median, shadowing, building.</summary>
    /// <param name="device">The device.</param>
    /// <param name="at">Where it stands.</param>
    /// <param name="penetration">Its <see cref="Penetration"/> [dB].</param>
    /// <param name="station">Number of the base station or gateway, from 0 [1].</param>
    /// <param name="stationAt">Where that stands.</param>
    public double Loss(Entity device, Position at, double penetration, int station, Position stationAt) =>
        Loss(Stand(device, at, penetration), station, stationAt);

    /// <summary>Loss of a link [dB]: median, shadowing, building.</summary>
    /// <param name="from">The device.</param>
    /// <param name="station">Number of the base station or gateway, from 0 [1].</param>
    /// <param name="stationAt">Where that stands.</param>
    public double Loss(in Standpoint from, int station, Position stationAt)
    {
        var link = Geometry(from.At, stationAt);
        var chance = Model.SightProbability(link);
        var inSight = chance >= 1 || _random.Draw(Link(from.Device, station), SightPurpose).Uniform() < chance;
        return Model.Median(link, inSight) + Shadowing(from, station, link, inSight) + from.Penetration;
    }

    /// <summary>Mean loss of a link out of doors [dB]: medians in and out of sight by their probabilities, no luck.</summary>
    /// <param name="at">Where the device stands.</param>
    /// <param name="stationAt">Where the base station or gateway stands.</param>
    public double MeanLoss(Position at, Position stationAt)
    {
        var link = Geometry(at, stationAt);
        var chance = Math.Min(1, Model.SightProbability(link));
        return chance * Model.Median(link, inSight: true) + (chance < 1 ? (1 - chance) * Model.Median(link, inSight: false) : 0);
    }

    /// <summary>Loss of a link between two devices [dB]: median, shadowing, both buildings; the same both ways.</summary>
    /// <remarks>What all links of either end have in common counts half each; in places near to each other it is nearly the same, so that the sum is brought to the deviation of the model.</remarks>
    /// <param name="a">One of them.</param>
    /// <param name="b">The other.</param>
    public double Between(in Standpoint a, in Standpoint b)
    {
        var ends = a.Device.Code < b.Device.Code ? Entity.Link(a.Device, b.Device) : Entity.Link(b.Device, a.Device);
        var (low, high) = a.At.Z < b.At.Z ? (a.At, b.At) : (b.At, a.At);
        var link = Geometry(low, high);
        var chance = Model.SightProbability(link);
        var inSight = chance >= 1 || _random.Draw(ends, SightPurpose).Uniform() < chance;
        var deviation = Deviation(link, inSight);
        var shadowing = 0.0;
        if (deviation > 0)
        {
            var (distance, half) = (CorrelationDistance(inSight), Math.Sqrt(SiteCorrelation / 2));
            var alike = distance > 0 ? Math.Exp(-link.Ground / distance) : 0;
            shadowing =
                deviation
                * (half * (a.Common(inSight) + b.Common(inSight)) + Math.Sqrt(1 - SiteCorrelation) * Normal(ends))
                / Math.Sqrt(1 + SiteCorrelation * alike);
        }

        return Model.Median(link, inSight) + shadowing + a.Penetration + b.Penetration;
    }

    /// <summary>What the links of a device have in common, worked out once for all of them.</summary>
    /// <param name="device">The device.</param>
    /// <param name="at">Where it stands.</param>
    /// <param name="penetration">Its <see cref="Penetration"/> [dB].</param>
    public Standpoint Stand(Entity device, Position at, double penetration)
    {
        if (_options.Shadowing == 0)
        {
            return new Standpoint(device, at, penetration, 0, 0);
        }

        var (inSight, blind) = (CorrelationDistance(true), CorrelationDistance(false));
        var common = Common(device, at, inSight);
        return new Standpoint(device, at, penetration, common, blind == inSight ? common : Common(device, at, blind));
    }

    /// <summary>Fading of a frame at a station [dB]: 0 on average of the power; always 0 without fading.</summary>
    /// <param name="device">The device.</param>
    /// <param name="station">Number of the station [1].</param>
    /// <param name="frame">Number of the frame [1].</param>
    public double Fading(Entity device, int station, long frame)
    {
        if (!Fades)
        {
            return 0;
        }

        var draw = _random.Draw(Link(device, station), FadingPurpose, frame);
        var gain =
            _options.Fading == FadingModel.Rayleigh
                ? BlockFading.Rayleigh(draw.Uniform())
                : BlockFading.Rice(_riceFactor, draw.Normal(), draw.Normal());
        return Decibels.FromLinear(gain);
    }

    /// <summary>Probability that a frame is at least as strong as on average less a margin [1].</summary>
    /// <param name="margin">By how much its mean power exceeds what it needs [dB]; negative if it does not.</param>
    public double Exceeds(double margin)
    {
        var gain = Decibels.ToLinear(-margin);
        return _options.Fading switch
        {
            FadingModel.None => margin >= 0 ? 1 : 0,
            FadingModel.Rayleigh => BlockFading.RayleighExceeds(gain),
            _ => BlockFading.RiceExceeds(_riceFactor, gain),
        };
    }

    /// <summary>Standard deviation of the shadowing [dB].</summary>
    internal double Deviation(in LinkGeometry link, bool inSight) => _options.Shadowing ?? Model.Shadowing(link, inSight);

    /// <summary>Correlation of a place's shadowing towards two stations [1].</summary>
    internal double SiteCorrelation => _options.SiteCorrelation;

    /// <summary>The two ends of a link as the path-loss model sees them.</summary>
    public LinkGeometry Geometry(Position device, Position station) => new(device.GroundDistanceTo(station), station.Z, device.Z, Carrier);

    private static Entity Link(Entity device, int station) => Entity.Link(device, new Entity(StationRole.Code | (uint)station));

    private static double Wall(ref Draw draw, double loss, double deviation)
    {
        var depth = OutdoorToIndoor.GreatestDepth * Math.Min(draw.Uniform(), draw.Uniform());
        return Math.Max(0, loss + OutdoorToIndoor.PerMetre * depth + deviation * draw.Normal());
    }

    private double Shadowing(in Standpoint from, int station, in LinkGeometry link, bool inSight)
    {
        var deviation = Deviation(link, inSight);
        if (deviation == 0)
        {
            return 0;
        }

        var distance = CorrelationDistance(inSight);
        var own = distance > 0 ? FieldOf(station).At(from.At, distance) : Normal(Link(from.Device, station));
        return Radio.Shadowing.OfLink(deviation, from.Common(inSight), own, SiteCorrelation);
    }

    private double Common(Entity device, Position at, double distance) => distance > 0 ? _common.At(at, distance) : Normal(device);

    private double Normal(Entity entity)
    {
        var draw = _random.Draw(entity, ShadowingPurpose);
        return draw.Normal();
    }

    private double CorrelationDistance(bool inSight) => _options.CorrelationDistance ?? Model.CorrelationDistance(inSight);

    private ShadowField FieldOf(int station)
    {
        while (_own.Count <= station)
        {
            _own.Add(new ShadowField(_random, new Entity(StationRole.Code | (uint)_own.Count)));
        }

        return _own[station];
    }
}
