using System.Globalization;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>The base stations of a technology as they were built at a site: their number and how it was found, their lines, what they draw.</summary>
internal sealed class StationNetwork
{
    private readonly string _technology;
    private readonly StationOptions _options;
    private readonly PlannedStations? _dimensioning;

    /// <param name="technology">Name of the technology.</param>
    /// <param name="options">Its options.</param>
    /// <param name="site">Where it is built.</param>
    /// <param name="carrier">Carrier of its uplink.</param>
    /// <param name="classes">What the number of stations depends on, where it is not given.</param>
    public StationNetwork(string technology, StationOptions options, Site site, Frequency carrier, LinkClasses classes)
    {
        (_technology, _options) = (technology, options);
        _dimensioning = options.Stations is null ? Planned(options, site, carrier, classes) : null;
        var places = Sunflower.Places(options.Stations ?? _dimensioning!.Count, site.Radius, options.StationHeight);
        var grid = new StationGrid(places, new Propagation(site.Propagation, carrier, site.Simulation.Random));
        Links = new StationLinks(technology, grid, Enumerable.Range(0, classes.Count).Min(classes.Sensitivity));
        Backhaul = new StationBackhaul(
            new BackhaulDelay(
                options.AccessMinimum,
                options.AccessMedian,
                options.AccessSigma,
                options.PathDelay,
                options.PathJitter,
                options.BackhaulLoss
            ),
            site.Simulation.Random,
            "station backhaul",
            StationLinks.Station
        );
    }

    /// <summary>How strongly the stations hear the devices.</summary>
    public StationLinks Links { get; }

    /// <summary>From the stations to the network server and back.</summary>
    public StationBackhaul Backhaul { get; }

    /// <summary>Number of stations [1].</summary>
    public int Count => Links.Places.Count;

    /// <summary>What dimensioning expects to arrive of each fleet; empty if the number was given.</summary>
    public IReadOnlyList<Promise> Promises => _dimensioning?.Promises ?? [];

    /// <summary>The stations and their lines.</summary>
    public IReadOnlyList<Component> Components =>
        [
            new("base station", Count, HowDimensioned()) { Indispensable = Links.Indispensable, Shares = Links.Dependants },
            new("base station backhaul", Count, "one access line for each base station")
            {
                Indispensable = Links.Indispensable,
                Shares = Links.Dependants,
            },
        ];

    /// <summary>What the stations and the terminals of their lines draw.</summary>
    public IReadOnlyList<PowerDraw> Draws =>
        [
            new($"{_technology} base station", Count, _options.StationVoltage * _options.StationCurrent),
            new("line terminal of a base station", Count, _options.BackhaulVoltage * _options.BackhaulCurrent),
        ];

    /// <summary>What a planner should know: a target that cannot be reached, a path loss outside its domain.</summary>
    public IEnumerable<string> Findings()
    {
        if (_dimensioning is { IsSufficient: false })
        {
            yield return Text(
                $"{_technology}: this rule cannot show that any number of base stations up to {_options.StationLimit} reaches the delivery target with stations in use as planned; {_dimensioning.Count} come closest and promise {Promise.Text(Promises)}{Promise.Held(Promises)}."
            );
        }

        foreach (var finding in Links.OutsideDomain)
        {
            yield return finding;
        }
    }

    private static PlannedStations Planned(StationOptions options, Site site, Frequency carrier, LinkClasses classes) =>
        PlannedStations.Smallest(
            options.StationLimit,
            site,
            () => new StationForecast(options, site, new PlanningSample(site), carrier, classes).With
        );

    private string HowDimensioned() =>
        _dimensioning is null
            ? "as given"
            : Text($"smallest number that is expected to deliver what is required; {Promise.Text(Promises)} expected");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
