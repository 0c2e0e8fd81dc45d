using System.Security.Cryptography;
using System.Text;
using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Statistics;
using M2mVsIoTSim.Detection;
using M2mVsIoTSim.Energy;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Probes;
using M2mVsIoTSim.Scenarios.Build;
using M2mVsIoTSim.Scenarios.Costs;
using M2mVsIoTSim.Scenarios.Files;
using M2mVsIoTSim.Scenarios.Running;
using M2mVsIoTSim.Technologies;

namespace M2mVsIoTSim.Scenarios.Results;

/// <summary>Turns what the probes of a case saw into rows of the result files.</summary>
internal sealed class CaseTables(
    Cell cell,
    Study study,
    int replication,
    BuiltNetwork network,
    CaseProbes probes,
    IReadOnlyList<(TierPlan Tier, FleetEnergy Energy)> energy,
    IReadOnlyList<Usage> usages,
    IReadOnlyList<(Equipment Equipment, long Messages)> messages
)
{
    private const double SecondsPerDay = 86400;
    private const double JoulesPerKilowattHour = 3.6e6;

    /// <summary>Makers of lithium thionyl chloride cells speak of 20 years at most [a]; a choice a little above.</summary>
    private const int LongestCredibleLife = 25;
    private const double SecondsPerYear = 365.25 * SecondsPerDay;

    private readonly List<RunRow> _runs = [];
    private readonly List<DistributionRow> _distributions = [];
    private readonly List<HopRow> _hops = [];
    private readonly List<TopologyRow> _topology = [];
    private readonly List<CostRow> _costs = [];
    private readonly List<string> _warnings = [];
    private readonly Dictionary<TierPlan, IReadOnlyList<(double Years, double Devices)>> _lives = [];
    private readonly List<string> _livesNotKnown = [];
    private readonly string _point = cell.Point.ToString();
    private double _usefulBytes;

    public CaseResult ToResult(string key)
    {
        foreach (var relation in probes.Deliveries.Relations)
        {
            AddRelation(relation);
        }

        foreach (var (tier, fleet) in energy)
        {
            AddFleet(tier, fleet);
            AddMovement(tier);
        }

        foreach (var (tier, load) in network.Loads)
        {
            var days = cell.Times.Measurement.TotalSeconds / SecondsPerDay;
            Add(tier.Name, "load-energy", load.JoulesPerMember / JoulesPerKilowattHour / days);
            Add(tier.Name, "load-peak", load.PeakWatts / 1000);
        }

        foreach (var alarms in network.Alarms)
        {
            AddDetections(alarms);
        }

        CheckPromises();
        AddFieldEnergy();
        AddAir();
        AddUse();
        AddStructure();
        AddCosts();
        Add("", "events", network.Simulation.EventsFired);
        var text =
            RowFile.ToText(_runs)
            + RowFile.ToText(_distributions)
            + RowFile.ToText(_hops)
            + RowFile.ToText(_topology)
            + RowFile.ToText(_costs);
        return new CaseResult(
            cell.CaseId(replication),
            key,
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32],
            network.Simulation.EventsFired,
            _runs,
            _distributions,
            _hops,
            _topology,
            _costs,
            usages,
            [
                .. network
                    .Equipment.SelectMany(equipment => equipment.Installation.OutsideDomain)
                    .Distinct()
                    .Select(finding => $"{cell.Architecture} at {Place}: {finding}"),
                .. _warnings,
            ]
        );
    }

    private string Place => _point.Length == 0 ? "its one point" : _point;

    private void AddRelation(Relation relation)
    {
        var consumers = Enumerable.Range(0, relation.Consumers.Count).ToList();
        var outcomes = consumers.Select(consumer => probes.Deliveries.Of(relation, consumer)).ToList();
        var (sent, delivered, inTime) = (outcomes.Sum(o => o.Sent), outcomes.Sum(o => o.Delivered), outcomes.Sum(o => o.InTime));
        _usefulBytes += delivered * (relation.Content.Bits / 8.0);
        var seconds = cell.Times.Measurement.TotalSeconds;
        Add(relation.Name, "offered-load", sent / seconds);
        Add(relation.Name, "expected-arrivals", sent);
        Add(relation.Name, "carried-load", delivered / seconds);
        AddReactions(relation);
        if (sent == 0)
        {
            return;
        }

        Add(relation.Name, "delivery", (double)delivered / sent);
        Add(relation.Name, "duplicates", (double)probes.Deliveries.Duplicates(relation) / sent);
        if (relation.Deadline is not null)
        {
            Add(relation.Name, "delivery-in-time", (double)inTime / sent);
            Add(relation.Name, "deadline-miss", 1 - (double)inTime / sent);
        }

        foreach (var reason in Enum.GetValues<DropReason>().Where(IsPossible))
        {
            var dropped = consumers.Sum(consumer => probes.Drops.Count(relation, consumer, reason));
            // Zeros too: a mean over the replications in which something was lost would be too high.
            Add(relation.Name, $"dropped:{Names.Kebab(reason.ToString())}", (double)dropped / sent);
        }

        if (delivered > 0)
        {
            AddLatency(relation, [.. outcomes.Select(o => o.Latency).Where(latency => latency.Count > 0)]);
            AddStages(relation, consumers);
            AddTrend(relation);
        }
    }

    /// <summary>Whether a message can be lost for a reason at all: where there are no people, nobody fails to notice.</summary>
    private bool IsPossible(DropReason reason) =>
        reason != DropReason.Unnoticed || network.Plan.Tiers.Any(tier => tier.Platform is Platform.Person);

    /// <summary>How the chain does that a relation ends: a chain that was torn is missing at its end.</summary>
    private void AddReactions(Relation relation)
    {
        if (probes.Reactions.Of(relation) is not { Sent: > 0 } reactions)
        {
            return;
        }

        Add(relation.Name, "reactions-due", reactions.Sent);
        Add(relation.Name, "reactions", (double)reactions.Delivered / reactions.Sent);
        if (relation.Chain!.Deadline is not null)
        {
            Add(relation.Name, "reactions-in-time", (double)reactions.InTime / reactions.Sent);
        }

        if (reactions.Delivered > 0)
        {
            var quantiles = probes.Reactions.Quantiles(relation)!;
            Add(relation.Name, "reaction-time-mean", reactions.Latency.Mean!.Value);
            Add(relation.Name, "reaction-time-p50", quantiles.Quantile(0.5)!.Value);
            Add(relation.Name, "reaction-time-p95", quantiles.Quantile(0.95)!.Value);
            Add(relation.Name, "reaction-time-p99", quantiles.Quantile(0.99)!.Value);
            Add(relation.Name, "reaction-time-max", reactions.Latency.Greatest!.Value.TotalSeconds);
        }
    }

    /// <summary>How the faults of what is measured are found.</summary>
    private void AddDetections(AlarmLog alarms)
    {
        Add(alarms.Relation.Name, "faults", alarms.FaultCount);
        if (alarms.FalseAlarmsPerDay is { } rate)
        {
            Add(alarms.Relation.Name, "false-alarms", rate);
        }

        if (alarms.FaultCount > 0)
        {
            List<double> delays = [.. alarms.Delays.Order()];
            Add(alarms.Relation.Name, "detections", (double)alarms.Detected / alarms.FaultCount);
            Add(alarms.Relation.Name, "detection-delay-mean", delays.Average());
            Add(alarms.Relation.Name, "detection-delay-p95", delays[(int)Math.Ceiling(0.95 * delays.Count) - 1]);
        }
    }

    private void AddLatency(Relation relation, IReadOnlyList<LatencyHistogram> consumers)
    {
        var all = new LogHistogram();
        foreach (var latency in consumers)
        {
            for (var bucket = 0; bucket < LatencyHistogram.Buckets; bucket++)
            {
                all.Add(bucket, latency.CountIn(bucket));
            }
        }

        var mean = consumers.Sum(latency => latency.Mean!.Value * latency.Count) / all.Count;
        var variance =
            consumers.Sum(latency => (Square(latency.Deviation!.Value) + Square(latency.Mean!.Value - mean)) * latency.Count) / all.Count;
        Add(relation.Name, "latency-mean", mean);
        var quantiles = probes.Deliveries.Quantiles(relation);
        Add(relation.Name, "latency-p50", quantiles.Quantile(0.5)!.Value);
        Add(relation.Name, "latency-p95", quantiles.Quantile(0.95)!.Value);
        Add(relation.Name, "latency-p99", quantiles.Quantile(0.99)!.Value);
        Add(relation.Name, MetricTable.LatencyResolution, quantiles.Resolution);
        Add(relation.Name, "latency-max", consumers.Max(latency => latency.Greatest!.Value.TotalSeconds));
        Add(relation.Name, "latency-jitter", Math.Sqrt(variance));
        foreach (var (bucket, count) in all.Buckets)
        {
            _distributions.Add(
                DistributionRow.Of(cell.Comparison, cell.Architecture, _point, replication, relation.Name, "latency", bucket, count)
            );
        }
    }

    private void AddTrend(Relation relation)
    {
        if (WarmUp.Of([.. probes.Trend.Of(relation).Select(slice => (slice.Count, slice.Seconds))]) is { } warmUp)
        {
            Add(relation.Name, "warm-up-left", warmUp.Left);
            Add(relation.Name, "latency-settled", warmUp.Mean);
        }
    }

    /// <summary>Stages by name over all consumers, so that their means sum to the mean latency.</summary>
    private void AddStages(Relation relation, IReadOnlyList<int> consumers)
    {
        var stages = consumers
            .SelectMany(consumer => probes.Stages.Of(relation, consumer).Select((stage, place) => (stage, place)))
            .ToList();
        var delivered = consumers.Sum(consumer => probes.Deliveries.Of(relation, consumer).Delivered);
        var total = stages.Sum(s => (double)s.stage.Nanoseconds);
        var ordinal = 1;
        foreach (var group in stages.GroupBy(s => s.stage.Name).OrderBy(group => group.Min(s => s.place)))
        {
            var sum = group.Sum(s => (double)s.stage.Nanoseconds);
            if (sum > 0)
            {
                _hops.Add(
                    new HopRow(
                        cell.Comparison,
                        cell.Architecture,
                        _point,
                        replication,
                        relation.Name,
                        ordinal++,
                        group.Key,
                        sum / delivered / 1e9,
                        sum / total
                    )
                );
            }
        }
    }

    private void AddFleet(TierPlan tier, FleetEnergy fleet)
    {
        var days = fleet.Measured.TotalSeconds / SecondsPerDay;
        var perDeviceDay = 1 / (days * tier.Count);
        Add(tier.Name, "energy-per-day", fleet.Joules * perDeviceDay);
        if (_usefulBytes > 0)
        {
            Add(tier.Name, "energy-per-byte", fleet.Joules / _usefulBytes);
        }

        foreach (var state in fleet.States)
        {
            Add(tier.Name, $"energy:{state.Profile}, {state.State}", state.Joules * perDeviceDay);
        }

        if (tier.Party is { } party && study.Library.BatteryOf(party.Device, cell.Plan.Job.TemperatureOf(party)) is { } battery)
        {
            AddLife(tier, fleet, battery);
            CheckPulses(tier, battery);
        }
    }

    /// <summary>Changes of cell, where devices move and attach to cells at all.</summary>
    private void AddMovement(TierPlan tier)
    {
        if (
            tier.Party?.Moves is not null
            && network.Plan.Edges.Any(edge => edge.From == tier && edge.Technologies.Any(one => one is CellTechnology))
        )
        {
            var nodes = network.Nodes[tier.Index];
            var deviceDays = cell.Times.Measurement.TotalSeconds / SecondsPerDay * tier.Count;
            Add(tier.Name, "cell-changes", probes.Movement.Changes(nodes) / deviceDays);
            Add(tier.Name, "re-attach-time", probes.Movement.Interrupted(nodes).TotalSeconds / deviceDays);
        }
    }

    /// <summary>Says where a state of a device draws more than its battery gives even for a short time.</summary>
    private void CheckPulses(TierPlan tier, Battery battery)
    {
        var states = network
            .Nodes[tier.Index][0]
            .Meters.SelectMany(meter =>
                meter.Profile.States.Select(state =>
                    (meter.Profile, state.Name, Amperes: battery.ChargeFor(state.Amperes, meter.Profile.Volts))
                )
            )
            .ToList();
        if (study.Library.PulseCurrentOf(tier.Party?.Device) is { } limit && states.Exists(state => state.Amperes > limit))
        {
            var (profile, name, amperes) = states.MaxBy(state => state.Amperes);
            _warnings.Add(
                string.Create(
                    System.Globalization.CultureInfo.InvariantCulture,
                    $"{cell.Architecture} at {Place}: {profile.Name} of {tier.Name} ({name}) takes {amperes * 1000:0} mA from a battery that gives pulses of {limit * 1000:0} mA; it needs a capacitor beside it, whose leakage is not counted"
                )
            );
        }
    }

    /// <summary>Lives by conditions: devices differ by where they stand, not by who happened to send in the measured time.</summary>
    private void AddLife(TierPlan tier, FleetEnergy fleet, Battery battery)
    {
        var expected = network
            .Plan.Job.Relations.Values.Where(relation => relation.From == tier.Name)
            .Sum(relation => Generators.MeanNumber(network.Plan.Job, relation, fleet.Measured));
        List<(double Life, long Transmissions)> lives = [.. Enumerable.Repeat((0.0, 0L), fleet.StoppedBefore)];
        foreach (var likes in fleet.Classes)
        {
            var produced = likes.Devices.Sum(probes.Producers.Of);
            if (likes.MeanAmperes(expected * likes.Devices.Count, produced) is not { } amperes)
            {
                var which = likes.Conditions.Length == 0 ? "" : $" with {likes.Conditions}";
                _warnings.Add(
                    $"{cell.Architecture} at {Place}: no battery life of {tier.Name}: its members{which} sent nothing in the measured time of some replication, so what a message costs them is not known"
                );
                _livesNotKnown.Add(tier.Name);
                return;
            }

            var life = BatteryLife.Expected(battery, amperes) / SecondsPerYear;
            lives.AddRange(Enumerable.Repeat((life, likes.Transmissions), likes.Devices.Count));
        }

        // Whose battery was empty within the run lives as long as the run at most.
        var shortest = cell.Times.Over.TotalSeconds / SecondsPerYear;
        _lives[tier] =
        [
            .. lives.CountBy(one => Math.Max(one.Life, shortest)).Select(life => (life.Key, (double)life.Value)).OrderBy(life => life.Key),
        ];
        var fifth = BatteryLife.Percentile([.. lives.Select(one => one.Life)]);
        if (double.IsFinite(fifth))
        {
            Add(tier.Name, "battery-life", fifth);
            Add(tier.Name, "transmissions", lives.First(one => one.Life == fifth).Transmissions);
        }

        if (fifth > LongestCredibleLife)
        {
            _warnings.Add(
                $"{cell.Architecture} at {Place}: the battery life of {tier.Name} is beyond {LongestCredibleLife} years; other things end a cell before its charge does, so read it as \"the battery is not what limits\""
            );
        }
    }

    /// <summary>
    /// Compares what arrives with what equipment was built for. Luck is drawn device by device, so devices set how far a share may stray: clearly
    /// below is one percent, for what is lost elsewhere, and three standard errors.
    /// </summary>
    private void CheckPromises()
    {
        foreach (var equipment in network.Equipment)
        {
            foreach (var (relation, promise) in Promised(equipment))
            {
                var promised = promise.Delivery;
                var spread = Math.Sqrt(promised * (1 - promised) / network.Plan.Tier(promise.Fleet).Count);
                var outcomes = Enumerable
                    .Range(0, relation.Consumers.Count)
                    .Select(consumer => probes.Deliveries.Of(relation, consumer))
                    .ToList();
                var (sent, delivered) = (outcomes.Sum(outcome => outcome.Sent), outcomes.Sum(outcome => outcome.Delivered));
                if (delivered < sent * (promised - 0.01 - 3 * spread))
                {
                    _warnings.Add(
                        string.Create(
                            System.Globalization.CultureInfo.InvariantCulture,
                            $"{cell.Architecture} at {Place}: clearly less of {relation.Name} arrives than the {promised * 100:0.##} % that {equipment.Name} was built for; its losses by reason say why"
                        )
                    );
                }
            }
        }
    }

    /// <summary>The relations that start at a fleet to which equipment promises something, and what.</summary>
    private IEnumerable<(Relation Relation, Promise Promise)> Promised(Equipment equipment) =>
        from promise in equipment.Installation.Promises
        from relation in probes.Deliveries.Relations
        where promise.Delivery > 0 && network.Plan.Job.Relations[relation.Name].From == promise.Fleet
        select (relation, promise);

    /// <summary>
    /// Where an architecture of the comparison has equipment in the field besides its devices, what that draws belongs to the devices that it serves.
    /// </summary>
    private void AddFieldEnergy()
    {
        if (!study.Cells.Any(other => other.Comparison == DerivedName.Origin(cell.Comparison) && HasFieldEquipment(other.Plan)))
        {
            return;
        }

        var days = cell.Times.Measurement.TotalSeconds / SecondsPerDay;
        var draws = network
            .Equipment.Where(equipment => equipment.IsInField)
            .SelectMany(equipment => equipment.Installation.Draws)
            .ToList();
        var infrastructure = draws.Sum(draw => draw.Count * draw.Watts) * SecondsPerDay;
        Add("", "energy-per-day", (energy.Sum(fleet => fleet.Energy.Joules) / days + infrastructure) / Devices);
        foreach (var kind in draws.GroupBy(draw => draw.Kind).OrderBy(kind => kind.Key, StringComparer.Ordinal))
        {
            Add("", $"infrastructure-energy:{kind.Key}", kind.Sum(draw => draw.Count * draw.Watts) * SecondsPerDay / Devices);
        }
    }

    private static bool HasFieldEquipment(Plan plan) =>
        plan.Tiers.Any(tier => tier.Platform?.Power is not null)
        || plan.Edges.Any(edge => Equipment.IsField(edge.From) && edge.Technologies.Any(technology => technology.Traits.HasFieldEquipment));

    private int Devices => energy.Where(fleet => fleet.Tier.Party is not null).Sum(fleet => fleet.Tier.Count);

    private void AddAir()
    {
        var access = network
            .Plan.Edges.SelectMany(edge => edge.Technologies)
            .Where(t => t.Traits.Segment == Segment.Access)
            .Select(t => t.Name)
            .ToHashSet();
        var air = probes.Air.Media.Where(medium => access.Contains(medium.Name)).ToList();
        if (network.Alarms.Count > 0 && access.Count > 0)
        {
            var deviceDays = Devices * (cell.Times.Measurement.TotalSeconds / SecondsPerDay);
            Add("", "access-bytes-per-day", air.Sum(medium => medium.Bytes) / deviceDays);
        }

        if (air.Count == 0 || _usefulBytes <= 0)
        {
            return;
        }

        Add("", "air-bytes-per-byte", air.Sum(medium => medium.Bytes) / _usefulBytes);
        Add(
            "",
            "airtime-per-day",
            air.Sum(medium => medium.Occupied.TotalSeconds) / Devices / (cell.Times.Measurement.TotalSeconds / SecondsPerDay)
        );
    }

    private void AddStructure()
    {
        var plan = network.Plan;
        var built = network
            .Equipment.SelectMany(equipment => equipment.Installation.Components)
            .GroupBy(component => component.Kind)
            .ToList();
        foreach (var tier in plan.Tiers)
        {
            AddNode(tier.Name, tier.Platform?.Name ?? tier.Party!.Kind.ToString().ToLowerInvariant(), tier.Count);
        }

        foreach (var kind in built)
        {
            AddNode(
                kind.Key,
                string.Join("; ", kind.Select(component => component.Detail).Distinct()),
                kind.Sum(component => (long)component.Count)
            );
        }

        foreach (var edge in plan.Edges)
        {
            _topology.Add(
                new TopologyRow(
                    cell.Comparison,
                    cell.Architecture,
                    _point,
                    "session",
                    $"{edge.From} → {edge.To}",
                    edge.ToString(),
                    network.Sessions[edge.Index].Count
                )
            );
        }

        // The cores of a server are no components of their own: the server is.
        var equipment = network.Equipment.Where(equipment => !equipment.IsPlatform).ToList();
        Add(
            "",
            "components",
            plan.Tiers.Sum(tier => (double)tier.Count)
                + equipment.Sum(one => one.Installation.Components.Sum(component => (double)component.Count))
        );
        Add(
            "",
            "equipment",
            plan.Tiers.Where(tier => tier.Party is null).Sum(tier => (double)tier.Count)
                + equipment.Sum(one => one.Installation.Components.Sum(component => (double)component.Count))
        );
        Add("", "distinct-protocols", plan.Edges.Select(edge => edge.Protocol?.Name ?? edge.Own!.Name).Distinct().Count());
        Add("", "sessions", network.Sessions.Sum(sessions => (double)sessions.Count));
        Add("", "relations-to-configure", Configuration.Entries(plan));
        Add("", "single-points-of-failure", SinglePoints.Count(plan, equipment));
        var radius = BlastRadius.Of(plan, network.Equipment);
        Add("", "blast-radius", radius.Worst);
        Add("", "blast-radius-mean", radius.Mean);
        AddSetup(plan);
    }

    /// <summary>What is set up by hand, and what has to be kept; left out where a model does not say what it takes, which has a warning.</summary>
    private void AddSetup(Plan plan)
    {
        if (Onboarding.Unknown(plan) is { Count: > 0 } unknown)
        {
            _warnings.Add(
                $"{cell.Architecture} at {Place}: credentials, steps and interventions are not counted, as it is not known what commissioning takes with {string.Join(", ", unknown)}"
            );
            return;
        }

        var credentials = Onboarding.Credentials(plan);
        Add("", "credentials", credentials.Sum(one => one.Count));
        foreach (var kind in Enum.GetValues<CredentialKind>())
        {
            Add("", $"credentials:{Names.Kebab($"{kind}")}", credentials.Where(one => one.Kind == kind).Sum(one => one.Count));
        }

        AddSteps("steps-to-add-device", Onboarding.Devices(plan), party => Onboarding.OfDevice(plan, party));
        AddSteps("steps-to-add-consumer", Onboarding.Consumers(plan), party => Onboarding.OfConsumer(plan, party));
        if (_livesNotKnown.Count == 0 && Interventions.Of(plan, study.Library, _lives) is { Count: > 0 } parts)
        {
            Add("", "human-interventions", parts.Sum(part => part.PerYear));
            foreach (var (part, perYear) in parts)
            {
                Add("", $"human-interventions:{part}", perYear);
            }
        }
    }

    private void AddSteps(string metric, IReadOnlyList<TierPlan> parties, Func<TierPlan, IReadOnlyList<SetupTask>> of)
    {
        var steps = parties.Select(party => (party.Name, Count: of(party).Sum(task => task.Count))).ToList();
        foreach (var (party, count) in steps)
        {
            Add(party, metric, count);
        }

        if (steps.Count > 0)
        {
            Add("", metric, steps.Average(party => party.Count));
        }
    }

    /// <summary>The bill. What cannot be told without a battery's life is left out, which has a warning.</summary>
    private void AddCosts()
    {
        var perYear = SecondsPerYear / cell.Times.Measurement.TotalSeconds;
        var usage = new CostUsage(
            messages.ToDictionary<(Equipment Equipment, long Messages), Equipment, double>(
                one => one.Equipment,
                one => one.Messages * perYear,
                ReferenceEqualityComparer.Instance
            ),
            _lives
        );
        var bill = Bill.Of(Takeoff.Of(network.Plan, network.Equipment, usage, study.Library), study.PricesOf(cell));
        Add("", "capex", bill.Capex.Mid);
        if (_livesNotKnown.Count > 0)
        {
            _warnings.Add(
                $"{cell.Architecture} at {Place}: no total cost: the battery life of {string.Join(", ", _livesNotKnown)} is not known, and so is how often somebody has to go there"
            );
            return;
        }

        Add("", "opex", bill.Opex.Mid);
        Add("", MetricTable.TotalCost, bill.Total.Mid);
        Add("", "cost-total-low", bill.Total.Low);
        Add("", "cost-total-high", bill.Total.High);
        var delivered = probes.Deliveries.Relations.Sum(relation =>
            Enumerable.Range(0, relation.Consumers.Count).Sum(consumer => probes.Deliveries.Of(relation, consumer).Delivered)
        );
        if (delivered > 0)
        {
            Add("", "cost-per-message", bill.Total.Mid / (delivered * perYear * study.Prices.Years));
        }

        foreach (var kind in bill.Items.GroupBy(item => item.Kind).OrderBy(kind => kind.Key))
        {
            Add("", $"cost:{Names.Kebab($"{kind.Key}")}", kind.Sum(item => item.Total.Mid));
        }

        _costs.AddRange(bill.Items.Select(CostOf));
    }

    private CostRow CostOf(BillItem item) =>
        new(
            cell.Comparison,
            cell.Architecture,
            _point,
            replication,
            Names.Kebab($"{item.Kind}"),
            item.Item,
            item.Of,
            item.Quantity,
            item.Each.Low,
            item.Each.Mid,
            item.Each.High,
            Names.Kebab($"{item.When}"),
            item.Payments,
            item.Total.Low,
            item.Total.Mid,
            item.Total.High
        );

    /// <summary>Of each technology the use of its busier direction, of each platform that of its servers.</summary>
    private void AddUse()
    {
        foreach (var medium in usages.Where(usage => usage.IsMedium).GroupBy(usage => usage.Owner))
        {
            Add(medium.Key, "channel-use", medium.Max(usage => usage.Share));
        }

        foreach (var servers in usages.Where(usage => usage is { IsMedium: false, Owner: var owner } && IsPlatform(owner)))
        {
            Add(servers.Tier, "server-use", servers.Share);
        }
    }

    private bool IsPlatform(string name) => network.Equipment.Any(equipment => equipment.IsPlatform && equipment.Name == name);

    private void AddNode(string name, string detail, long count) =>
        _topology.Add(new TopologyRow(cell.Comparison, cell.Architecture, _point, "node", name, detail, count));

    private void Add(string relation, string metric, double value) =>
        _runs.Add(
            new RunRow(
                cell.Comparison,
                cell.Architecture,
                cell.Plan.Family,
                _point,
                replication,
                relation,
                metric,
                value,
                MetricTable.Find(metric).Unit
            )
        );

    private static double Square(double x) => x * x;
}
