using System.Globalization;
using M2mVsIoTSim.Radio.Propagation;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>Tells whether a path-loss model is used for links that it does not hold for.</summary>
/// <param name="technology">Name of the technology.</param>
/// <param name="propagation">How its waves travel.</param>
internal sealed class DomainWatch(string technology, Propagation propagation)
{
    /// <summary>Fewer links than this share do not count: a device next to a station is heard whatever the model says.</summary>
    private const double Negligible = 0.01;

    private Spread _distance = new();
    private Spread _stationHeight = new();
    private Spread _deviceHeight = new();

    /// <summary>Notes the link between a device and the station that serves it.</summary>
    public void Note(Position device, Position station)
    {
        var (link, domain) = (propagation.Geometry(device, station), propagation.Model.Domain);
        _distance.Note(link.Ground, domain.Distance);
        _stationHeight.Note(link.StationHeight, domain.StationHeight);
        _deviceHeight.Note(link.DeviceHeight, domain.DeviceHeight);
    }

    /// <summary>What lies outside the domain, in sentences.</summary>
    public IEnumerable<string> Findings()
    {
        var (domain, carrier) = (propagation.Model.Domain, propagation.Carrier.Hertz);
        var findings = new[]
        {
            domain.Carrier.Contains(carrier)
                ? null
                : $"carriers of {domain.Carrier.In(1e6, "MHz")}; this one is at {Number(carrier / 1e6)} MHz",
            _distance.Finding($"distances of {domain.Distance.In(1000, "km")}", 1000, "km from their station", "stand"),
            _stationHeight.Finding($"stations at {domain.StationHeight.In(1, "m")}", 1, "m", "are served by stations at"),
            _deviceHeight.Finding($"devices at {domain.DeviceHeight.In(1, "m")}", 1, "m above ground", "stand"),
        };
        return findings
            .OfType<string>()
            .Select(finding => $"{technology}: the path loss '{PathLossModels.NameOf(propagation.Choice)}' holds for {finding}.");
    }

    private static string Number(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    /// <summary>Values, how many of them lie outside a range, and between what those lie.</summary>
    private struct Spread()
    {
        private long _all = 0;
        private long _outside = 0;
        private double _least = double.PositiveInfinity;
        private double _greatest = double.NegativeInfinity;

        public void Note(double value, NumberRange range)
        {
            _all++;
            if (!range.Contains(value))
            {
                _outside++;
                (_least, _greatest) = (Math.Min(_least, value), Math.Max(_greatest, value));
            }
        }

        public readonly string? Finding(string domain, double size, string unit, string verb)
        {
            if (_outside <= Negligible * _all)
            {
                return null;
            }

            var (least, greatest) = (Number(_least / size), Number(_greatest / size));
            var at = least == greatest ? least : $"{least} to {greatest}";
            return string.Create(CultureInfo.InvariantCulture, $"{domain}; {(double)_outside / _all:P0} of the devices {verb} {at} {unit}");
        }
    }
}
