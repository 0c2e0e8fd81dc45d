using System.Globalization;
using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Media;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>What technologies over <see cref="CellularNetwork"/> have in common: settings from options, and the number of cells.</summary>
public abstract class CellularTechnology : PathTechnology, ISavesPower
{
    private readonly CellularOptions _options;

    /// <exception cref="ArgumentException">A device is faster than its cell.</exception>
    private protected CellularTechnology(string name, CellularOptions options)
        : base(
            name,
            new TechnologyTraits(
                Segment.Access,
                HasLinkAcknowledgement: true,
                Unmetered: "the operator's radio network and core",
                Coverage: "a usable signal everywhere"
            )
        )
    {
        ArgumentNullException.ThrowIfNull(options);
        if (
            options.UplinkRate.BitsPerSecond > options.UplinkCapacity.BitsPerSecond
            || options.DownlinkRate.BitsPerSecond > options.DownlinkCapacity.BitsPerSecond
        )
        {
            throw new ArgumentException($"{name}: a device cannot be faster than its cell.", nameof(options));
        }

        if (options.PowerSaving == PowerSaving.Edrx)
        {
            throw new ArgumentException($"{name}: there is no figure for extended paging cycles.", nameof(options));
        }

        if (options.PromotionMaximum < options.PromotionMinimum)
        {
            throw new ArgumentException(
                $"{name}: the greatest promotion of {options.PromotionMaximum} is shorter than the least of {options.PromotionMinimum}.",
                nameof(options)
            );
        }

        _options = options;
    }

    /// <inheritdoc cref="ISavesPower.PowerSavingOf"/>
    public PowerSaving PowerSavingOf(bool onBattery) => _options.PowerSavingOf(onBattery);

    Enum ISavesPower.PowerSavingOf(bool onBattery) => PowerSavingOf(onBattery);

    /// <inheritdoc/>
    public override PathInstallation Install(Site site)
    {
        ArgumentNullException.ThrowIfNull(site);
        var needed = CellsFor(site);
        return new Installed(Name, site, _options, _options.Cells ?? needed, needed);
    }

    /// <summary>Smallest number of cells whose directions and assignments keep to the planned utilisation [1].</summary>
    private int CellsFor(Site site)
    {
        var load = Math.Max(
            site.Load.UpOctetsPerSecond * 8 / _options.UplinkCapacity.BitsPerSecond,
            site.Load.DownOctetsPerSecond * 8 / _options.DownlinkCapacity.BitsPerSecond
        );
        if (_options.AssignmentsPerSecond is { } assignments)
        {
            load = Math.Max(load, site.Load.ActivationsPerSecond(_options.Inactivity.TotalSeconds) / assignments);
        }

        return Math.Max(1, (int)Math.Ceiling(load / site.Demand.Utilisation));
    }

    private sealed class Installed : PathInstallation
    {
        private static readonly Entity Operator = Entity.Of("mobile operator");
        private readonly CellularNetwork _network;
        private readonly CellularOptions _options;
        private readonly int _cells;
        private readonly double _planned;

        public Installed(string name, Site site, CellularOptions options, int cells, int needed)
        {
            (_options, _cells, _planned) = (options, cells, site.Demand.Utilisation);
            // The near nodes are the members of one tier, which all have the same supply.
            var powerSaving = options.PowerSavingOf(site.Near.Any(node => node.Supply is not null));
            var settings = new CellSettings
            {
                UplinkCapacity = options.UplinkCapacity,
                DownlinkCapacity = options.DownlinkCapacity,
                UplinkRate = options.UplinkRate,
                DownlinkRate = options.DownlinkRate,
                Latency = DelayModel.LogNormal(options.RoundTripMinimum / 2, options.RoundTripMedian / 2, options.RoundTripSigma),
                Promotion = DelayModel.Uniform(options.PromotionMinimum, options.PromotionMaximum),
                WakeUp = options.WakeUp,
                Inactivity = options.Inactivity,
                PowerSaving = powerSaving,
                PagingCycle = options.PagingCycle,
                ActiveTime = options.ActiveTime,
                AssignmentsPerSecond = options.AssignmentsPerSecond,
                Loss = new LossModel(options.Loss),
                QueueBytes = options.Queue,
            };
            var profile = new ModemProfile(
                name,
                options.Voltage,
                powerSaving == PowerSaving.Drx ? options.IdleCurrent : options.SleepCurrent,
                options.IdleCurrent,
                options.PromotionCurrent,
                options.TransmitCurrent,
                options.ReceiveCurrent,
                options.ConnectedCurrent
            );
            var outages = Outages.Random(site.Simulation.Random, Operator, name, options.Availability, options.MeanOutage);
            _network = new CellularNetwork(name, site.Simulation, site.Observers, cells, settings, profile, outages);
            var rule = string.Create(
                CultureInfo.InvariantCulture,
                $"{site.Load.UpOctetsPerSecond:0.###} B/s up and {site.Load.DownOctetsPerSecond:0.###} B/s down need {needed} at {site.Demand.Utilisation:0.##} utilisation"
            );
            Components = [new("cell", cells, rule) { Indispensable = Math.Min(cells, site.Near.Count) }];
            OutsideDomain =
                cells < needed ? [$"{name}: {cells} cells carry a load that is planned for {needed}; queues may grow without end."] : [];
        }

        public override IReadOnlyList<Component> Components { get; }

        public override IReadOnlyList<string> OutsideDomain { get; }

        public override IReadOnlyList<Occupancy> Occupancies =>
            [
                new("cell uplink", _cells, _network.UplinkBusy, _planned),
                new("cell downlink", _cells, _network.DownlinkBusy, _planned),
                .. _options.AssignmentsPerSecond is { } rate
                    ?
                    [
                        new Occupancy(
                            "cell assignments",
                            _cells,
                            Duration.FromSeconds(_network.Assignments / rate),
                            _planned,
                            IsMedium: false
                        ),
                    ]
                    : Array.Empty<Occupancy>(),
            ];

        public override (Leg Up, Leg Down) Join(Node near, Node far) => _network.Join(near, far);
    }
}
