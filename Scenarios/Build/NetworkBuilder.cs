using M2mVsIoTSim.Detection;
using M2mVsIoTSim.Energy;
using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Platform;
using M2mVsIoTSim.Protocols;
using M2mVsIoTSim.Scenarios.Model;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Traffic;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Build;

/// <summary>Turns a plan into a network that can run: nodes, sessions, traffic.</summary>
/// <remarks>
/// Entities are roles and numbers, not names of tiers: parties keep their own names, collectors are numbered as collectors, and
/// whatever else stands on a way is a server. So head-end and broker meet the same luck on the way to them. Servers are numbered within each silo: the
/// one that serves a job meets the luck of the one that all jobs share, as no message crosses two silos. Only failures would then strike all silos at
/// once, so those of every silo but the first have an address of their own.
/// </remarks>
public sealed class NetworkBuilder
{
    private const string ServerRole = "server";
    private const string CollectorRole = "collector";

    private readonly Plan _plan;
    private readonly Library _library;
    private readonly EdgeLoads _loads;
    private readonly SiteTable? _sites;
    private readonly ulong _seed;
    private readonly Simulation _simulation;
    private readonly Observers _observers = new();
    private readonly Node[][] _nodes;
    private readonly IReadOnlyList<RelationTree> _trees;
    private readonly List<Equipment> _equipment = [];
    private readonly Dictionary<(TierPlan, object Plant), PathInstallation> _paths = [];
    private readonly Dictionary<(TierPlan, SessionTechnology), SessionInstallation> _shared = [];
    private readonly List<AlarmLog> _alarms = [];
    private readonly List<(TierPlan Tier, SwitchedLoad Load)> _loadsOfParties = [];
    private readonly Action<EdgePlan, SessionPlan>? _joined;

    private NetworkBuilder(Plan plan, Library library, SiteTable? sites, ulong seed, int replication, Action<EdgePlan, SessionPlan>? joined)
    {
        _joined = joined;
        _plan = plan;
        _library = library;
        _loads = new EdgeLoads(plan, library);
        _sites = sites;
        _seed = seed;
        _simulation = new Simulation(seed, replication);
        _nodes = new Node[plan.Tiers.Count][];
        _trees = TreeBuilder.Grow(plan);
    }

    /// <summary>Builds the network of one run.</summary>
    /// <param name="plan">Feasible and modelled.</param>
    /// <param name="library">Devices and batteries.</param>
    /// <param name="sites">Own places of the parties, if the job has a file of them.</param>
    /// <param name="seed">Seed of the study.</param>
    /// <param name="replication">Number of the replication, from 0.</param>
    /// <param name="times">Phases of the run.</param>
    /// <param name="joined">Told of every session of a protocol before it is made.</param>
    public static BuiltNetwork Build(
        Plan plan,
        Library library,
        SiteTable? sites,
        ulong seed,
        int replication,
        RunTimes times,
        Action<EdgePlan, SessionPlan>? joined = null
    )
    {
        var builder = new NetworkBuilder(plan, library, sites, seed, replication, joined);
        builder.PlaceNodes();
        var sessions = builder.Connect();
        builder.AddTraffic(times);
        builder.AddFailures(sessions, times);
        return new BuiltNetwork(
            plan,
            builder._simulation,
            builder._observers,
            builder._nodes,
            sessions,
            [.. builder._trees.Select(tree => tree.Root)],
            builder._equipment
        )
        {
            Alarms = builder._alarms,
            Loads = builder._loadsOfParties,
        };
    }

    private void PlaceNodes()
    {
        var collectors = 0;
        var servers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var tier in _plan.Tiers)
        {
            var silo = tier.Silo ?? "";
            var first = servers.GetValueOrDefault(silo);
            var nodes = new Node[tier.Count];
            for (var i = 0; i < tier.Count; i++)
            {
                nodes[i] =
                    tier.Party is { } party ? PartyNode(tier, party, i)
                    : tier.IsCollector ? PlatformNode(tier, Entity.Of(CollectorRole, collectors + i), CollectorPlace(tier, i))
                    : PlatformNode(tier, Entity.Of(ServerRole, first + i), default);
            }

            _nodes[tier.Index] = nodes;
            if (tier is { Party: null, IsCollector: true })
            {
                collectors += tier.Count;
            }
            else if (tier.Party is null)
            {
                servers[silo] = first + tier.Count;
            }
        }
    }

    private Node PartyNode(TierPlan tier, Party party, int number)
    {
        var entity = Entity.Of(tier.Name, number);
        var isDevice = party.Kind == PartyKind.Device;
        var moves = Itineraries.Of(_simulation.Random, _plan.Job.Area, party, entity, number);
        var (position, indoor) = moves is not null
            ? (moves.At(SimTime.Start), false)
            : _sites?.Of(tier.Name, number)
                ?? (isDevice ? SiteLayout.Of(_simulation.Random, _plan.Job.Area, party, entity, number) : default);
        var battery = isDevice ? _library.BatteryOf(party.Device, _plan.Job.TemperatureOf(party)) : null;
        var node = new Node(_simulation, entity, _observers)
        {
            Position = position,
            Moves = moves,
            Indoor = indoor,
            IsMetered = isDevice,
            Supply = battery,
            Processor = Processor(tier, entity),
        };
        if (_library.BasePower(party.Device) is { } power)
        {
            node.AddMeter(power);
        }

        if (_library.SensingPower(party.Device, ReportsOf(tier)) is { } sensing)
        {
            node.AddMeter(sensing);
        }

        if (battery is not null)
        {
            battery.Emptied = _ => node.Stop();
        }

        return node;
    }

    /// <summary>
    /// What each member of a party senses [1/s]: its samples, and what it reports otherwise; storms and answers tell what happened, not what was sensed.
    /// </summary>
    private double ReportsOf(TierPlan tier) =>
        (tier.Party?.Measures is { } measures ? 1 / measures.Every.TotalSeconds : 0)
        + _plan
            .Job.Relations.Where(relation => !IsDetection(relation.Key))
            .Select(relation => relation.Value)
            .Where(relation => relation.From == tier.Name && relation.Window is null && relation.After is null)
            .Sum(relation => Generators.MeanRate(_plan.Job, relation));

    private Node PlatformNode(TierPlan tier, Entity entity, Position place)
    {
        var power = tier.Platform?.Power;
        var node = new Node(_simulation, entity, _observers)
        {
            Position = place,
            IsMetered = power is not null,
            Processor = Processor(tier, entity),
        };
        if (power is not null)
        {
            node.AddMeter(power);
        }

        return node;
    }

    private IProcessor? Processor(TierPlan tier, Entity entity)
    {
        if (tier.Platform is null)
        {
            return null;
        }

        var installed = tier.Platform.Install(new PlatformPlan(_simulation, entity, DemandAt(tier), CopiesPerMessage(tier)));
        _equipment.Add(new Equipment(tier.Platform.Name, [tier], installed, IsOnWay: true) { Model = tier.Platform });
        return installed.Processor;
    }

    /// <summary>A collector stands in the middle of those whom it serves.</summary>
    private Position CollectorPlace(TierPlan tier, int number)
    {
        if (tier.Serves is not { } serves || _nodes[serves.Index] is not { } all)
        {
            return default;
        }

        var own = all.Skip(number * tier.PerMember).Take(tier.PerMember).Select(node => node.Position).ToList();
        return new Position(own.Average(p => p.X), own.Average(p => p.Y), own.Average(p => p.Z));
    }

    private Session[][] Connect()
    {
        var edges = new Session[_plan.Edges.Count][];
        foreach (var edge in _plan.Edges)
        {
            edges[edge.Index] = edge.Own is null ? ConnectPath(edge) : ConnectOwn(edge, edge.Own);
        }

        foreach (var tier in _plan.Tiers)
        {
            for (var i = 0; i < tier.Count; i++)
            {
                var table = new EdgeSessions[edges.Length];
                foreach (var edge in _plan.Edges.Where(e => e.From == tier || e.To == tier))
                {
                    table[edge.Index] = edge.From == tier ? Fan.OfNear(edge, edges[edge.Index], i) : Fan.OfFar(edge, edges[edge.Index], i);
                }

                _nodes[tier.Index][i].Connect(table);
            }
        }

        return edges;
    }

    private Session[] ConnectPath(EdgePlan edge)
    {
        var (near, far) = (_nodes[edge.From.Index], _nodes[edge.To.Index]);
        var installed = edge.Path.Select(technology => InstalledFor(edge.From, technology)).ToList();
        var serverSends = _loads.ServerSends(edge);
        var sessions = new Session[edge.Sessions];
        var pairs = edge.IsAmongPeers ? Fan.Pairs(edge.From.Count).ToList() : [];
        for (var i = 0; i < sessions.Length; i++)
        {
            var (a, b) =
                edge.IsAmongPeers ? (near[pairs[i].First], near[pairs[i].Second])
                : edge.IsMesh ? (near[i / far.Length], far[i % far.Length])
                : near.Length == 1 ? (near[0], far[i])
                : (near[i], far[edge.PeerOfNear(i)]);
            var (up, down) = Legs(installed, a, b);
            var session = new SessionPlan(a, b, up, down, edge.ServerIsNear, serverSends);
            _joined?.Invoke(edge, session);
            sessions[i] = edge.Protocol!.Connect(session);
        }

        return sessions;
    }

    /// <summary>
    /// What a tier's hops cross in common is built once, for the demand of all of them: a device has one modem, and an operator one core,
    /// however many sessions there are. Parties of devices share it as well, if their supplies are of one kind, and a site its access line and the switches of its local network.
    /// </summary>
    private PathInstallation InstalledFor(TierPlan tier, PathTechnology technology)
    {
        if (!_paths.TryGetValue((tier, technology.Plant), out var installed))
        {
            var tiers = _loads.Sharing(tier, technology);
            var edges = tiers.SelectMany(one => _loads.EdgesOver(one, technology)).ToList();
            var near = tiers.SelectMany(one => _nodes[one.Index]).ToList();
            var site = new Site(_simulation, _observers, near, _plan.Job.Area.Radius, DemandOn(edges))
            {
                Fleets = [.. tiers.Select(one => new Fleet(one.Name, one.Count, DemandOn(_loads.EdgesOver(one, technology))))],
                Hubs = [.. tiers.Where(_loads.IsHub).SelectMany(one => _nodes[one.Index])],
                Load = _loads.Of(edges),
                Silo = tier.Silo == FirstSilo ? null : tier.Silo,
                Survey = technology.Traits.HasLinkBudget ? SurveyFor(tiers, technology) : null,
                Propagation = _plan.Job.Area.Propagation,
            };
            installed = technology.Install(site);
            foreach (var one in tiers)
            {
                _paths[(one, technology.Plant)] = installed;
            }

            _equipment.Add(
                new Equipment(technology.Name, tiers, installed, edges.Exists(edge => _loads.Crossings(edge).Any()))
                {
                    Model = technology,
                    Near = near.Count,
                    Edges = edges,
                    OctetsPerSecond = _loads.OctetsPerSecond(edges),
                }
            );
        }

        return technology.Use(installed);
    }

    /// <summary>The tiers that share what is built for one of them: parties of devices with each other, anything else with nobody.</summary>
    private List<TierPlan> Sharing(TierPlan tier, Func<TierPlan, bool> fits) =>
        EdgeLoads.IsDeviceParty(tier)
            ? [.. _plan.Tiers.Where(other => EdgeLoads.IsDeviceParty(other) && other.Silo == tier.Silo && fits(other))]
            : [tier];

    /// <summary>
    /// Joins the technologies of a path end to end. Between two of them stands a relay that shares the near node's luck, or what several near nodes have in common, such as an access point.
    /// </summary>
    private (Leg[] Up, Leg[] Down) Legs(List<PathInstallation> installed, Node near, Node far)
    {
        var (up, down) = (new Leg[installed.Count], new Leg[installed.Count]);
        var at = near;
        for (var i = 0; i < installed.Count; i++)
        {
            var next =
                i == installed.Count - 1
                    ? far
                    : installed[i].ExitOf(at) ?? new Node(_simulation, at.Entity, _observers) { Position = at.Position };
            (up[i], down[installed.Count - 1 - i]) = installed[i].Join(at, next);
            at = next;
        }

        return (up, down);
    }

    private Session[] ConnectOwn(EdgePlan edge, SessionTechnology technology)
    {
        var (near, far) = (_nodes[edge.From.Index], _nodes[edge.To.Index]);
        if (far.Length == 1)
        {
            var installed = SharedFor(edge, technology);
            return [.. near.Select(node => installed.Join(node, far[0]))];
        }

        var sessions = new Session[near.Length];
        var demand = DemandFromNear([edge]);
        for (var f = 0; f < far.Length; f++)
        {
            var served = Enumerable.Range(0, near.Length).Where(n => edge.PeerOfNear(n) == f).ToArray();
            if (served.Length == 0)
            {
                continue;
            }

            var share = demand with { MessagesPerSecond = demand.MessagesPerSecond * served.Length / near.Length };
            var fleet = new Fleet(edge.From.Name, served.Length, share);
            var installed = Install([edge], [edge.From], [.. served.Select(n => near[n])], share, [fleet], technology);
            foreach (var n in served)
            {
                sessions[n] = installed.Join(near[n], far[f]);
            }
        }

        return sessions;
    }

    /// <summary>Parties of devices whose sessions of one technology end at the same node share its air and its gateways.</summary>
    private SessionInstallation SharedFor(EdgePlan edge, SessionTechnology technology)
    {
        if (!_shared.TryGetValue((edge.From, technology), out var installed))
        {
            var tiers = Sharing(
                edge.From,
                other => _plan.Edges.Any(one => one.From == other && one.To == edge.To && one.Own == technology)
            );
            var edges = _plan.Edges.Where(one => one.To == edge.To && one.Own == technology && tiers.Contains(one.From)).ToList();
            var fleets = tiers.Select(one => new Fleet(one.Name, one.Count, DemandFromNear([.. edges.Where(own => own.From == one)])));
            installed = Install(
                edges,
                tiers,
                [.. tiers.SelectMany(one => _nodes[one.Index])],
                DemandFromNear(edges),
                [.. fleets],
                technology
            );
            foreach (var one in tiers)
            {
                _shared[(one, technology)] = installed;
            }
        }

        return installed;
    }

    private SessionInstallation Install(
        IReadOnlyList<EdgePlan> edges,
        IReadOnlyList<TierPlan> tiers,
        IReadOnlyList<Node> near,
        Demand demand,
        IReadOnlyList<Fleet> fleets,
        SessionTechnology technology
    )
    {
        var site = new Site(_simulation, _observers, near, _plan.Job.Area.Radius, demand)
        {
            Fleets = fleets,
            Survey = SurveyFor(tiers, technology),
            IsTwoWay = _plan.Routes.SelectMany(route => route.Steps).Any(step => step.IsBack && edges.Contains(step.Edge)),
            Back = DemandToNear(edges),
            Propagation = _plan.Job.Area.Propagation,
        };
        var installed = technology.Install(site);
        _equipment.Add(
            new Equipment(technology.Name, tiers, installed, edges.Any(edge => _loads.Crossings(edge).Any()))
            {
                Model = technology,
                Near = near.Count,
                Edges = edges,
            }
        );
        return installed;
    }

    private Survey? SurveyFor(IReadOnlyList<TierPlan> tiers, Technology technology) =>
        SiteSurvey.Of(tiers, _plan.Job.Area, _sites, _seed, _plan.DecisionOn(technology, tiers, _seed));

    private void AddFailures(Session[][] sessions, RunTimes times)
    {
        foreach (var tier in _plan.Tiers)
        {
            if (FailuresOf(tier) is not { } fails)
            {
                continue;
            }

            var around = _plan.Edges.Where(edge => edge.From == tier || edge.To == tier).SelectMany(edge => sessions[edge.Index]).ToList();
            foreach (var node in _nodes[tier.Index])
            {
                bool? keepsState = tier.Decouples ? fails.KeepsState : null;
                List<Session> own = [.. around.Where(session => session.Near == node || session.Far == node)];
                if (fails.At is { } at)
                {
                    Crashes.Once(node, own, times.Begin + at, fails.Lasts, keepsState);
                }
                else
                {
                    Crashes.Often(node, own, fails.Every!.Value, fails.Lasts, keepsState, FailureLuck(tier, node));
                }
            }
        }
    }

    /// <summary>
    /// Where the failures of a node are addressed: at the node, as in an architecture that all jobs share; servers of a silo but the first at their
    /// number in that silo, so that silos fail each for itself.
    /// </summary>
    private Entity FailureLuck(TierPlan tier, Node node) =>
        tier is { Party: null, IsCollector: false, Silo: { } silo } && silo != FirstSilo
            ? Entity.Of($"{ServerRole} of {silo}", node.Entity.Number)
            : node.Entity;

    private string? FirstSilo => _plan.Tiers.Select(tier => tier.Silo).FirstOrDefault(silo => silo is not null);

    /// <summary>A device that is replaced is one that fails and comes back.</summary>
    private static Failures? FailuresOf(TierPlan tier) =>
        tier.Party?.Churn is { Replaced: > 0 } churn
            ? new Failures { Every = Duration.FromSeconds(1 / churn.Replaced), Lasts = Duration.Max(churn.Provisioning, new Duration(1)) }
            : tier.Fails;

    private void AddTraffic(RunTimes times)
    {
        foreach (var (spec, root, _) in _trees.Where(tree => !IsDetection(tree.Root.Relation.Name)))
        {
            Generators.Start(
                _simulation,
                _plan.Job,
                _nodes[_plan.Tier(spec.From).Index],
                root,
                spec,
                Targets(spec),
                times.Begin,
                times.End
            );
        }

        foreach (var tier in _plan.Tiers)
        {
            if (tier.Party?.Load is { } spec)
            {
                AddLoad(tier, spec, times);
            }
        }

        foreach (var detection in _plan.Detections)
        {
            AddDetection(detection, times);
        }

        foreach (var tree in _trees.Where(tree => tree.Spec.After is not null))
        {
            AddFollowUp(tree);
        }
    }

    /// <summary>Whether what a detection finds or sees says when the messages of a relation are sent.</summary>
    private bool IsDetection(string relation) => _plan.Detections.Any(one => one.Relation == relation || one.Reports == relation);

    private void AddDetection(DetectionPlan detection, RunTimes times)
    {
        var log = Watches.Start(
            _simulation,
            _plan.Detectors,
            detection,
            _nodes[_plan.Tier(detection.Party).Index],
            _nodes[_plan.Tier(detection.At).Index],
            TreeOf(detection.Relation).Root,
            detection.Reports is { } reports ? TreeOf(reports) : null,
            times
        );
        _observers.Add(log);
        _alarms.Add(log);
    }

    private void AddLoad(TierPlan tier, LoadSpec spec, RunTimes times)
    {
        var load = new SwitchedLoad(tier.Count, spec.Power, spec.Power * spec.Idle, spec.Holds, times.Begin, times.End);
        foreach (var end in EndsOf(spec.On, tier.Name))
        {
            end.Listen(load);
        }

        _loadsOfParties.Add((tier, load));
    }

    private RelationTree TreeOf(string relation) => _trees.First(tree => tree.Root.Relation.Name == relation);

    /// <summary>Members of which each message is for one; 1 if it is for all [1].</summary>
    private int Targets(RelationSpec spec) => spec.Pairing == Pairing.All ? 1 : _plan.Tier(spec.To[0]).Count;

    /// <summary>What arrives at the producers of a caused relation makes them send.</summary>
    private void AddFollowUp(RelationTree tree)
    {
        var (job, spec) = (_plan.Job, tree.Spec);
        var pairedWith = spec.Pairing == Pairing.OneToOne ? Causes.PairedWith(job, spec) : null;
        var followUp = new FollowUp(
            _simulation,
            tree.Root,
            new CauseNumbers(Causes.Producers(job, spec)),
            new FollowUpTarget(Targets(spec), pairedWith, spec.To.Contains(spec.From)),
            spec.Wait ?? Duration.Zero,
            spec.Unless is not null
        );
        foreach (var end in EndsOf(spec.After!, spec.From))
        {
            end.Listen(followUp);
        }

        if (spec.Unless is { } unless)
        {
            var answer = job.Relations[unless];
            var answers = followUp.Answers(new CauseNumbers([Causes.Count(job, answer.From), .. Causes.Producers(job, answer)]));
            foreach (var end in EndsOf(unless, spec.From))
            {
                end.Listen(answers);
            }
        }
    }

    /// <summary>Where the messages of a relation reach the members of a party.</summary>
    private IEnumerable<Branch> EndsOf(string relation, string party) =>
        _trees.Where(tree => tree.Root.Relation.Name == relation).SelectMany(tree => tree.Ends[party]);

    /// <summary>What several edges of a tier have to carry together, every copy counted.</summary>
    private Demand DemandOn(IReadOnlyList<EdgePlan> edges) => DemandOf(edges.SelectMany(_loads.Crossings));

    /// <summary>What the near ends send, held to the target of what they receive as well: a technology is built for what it hears.</summary>
    private Demand DemandFromNear(IReadOnlyList<EdgePlan> edges)
    {
        var sent = edges.SelectMany(edge =>
            _loads.Crossings(edge).Where(crossing => !crossing.Route.Steps.First(step => step.Edge == edge).IsBack)
        );
        return DemandOf(sent) with { Delivery = DemandOn(edges).Delivery };
    }

    /// <summary>What the near ends receive.</summary>
    private Demand DemandToNear(IReadOnlyList<EdgePlan> edges) =>
        DemandOf(
            edges.SelectMany(edge => _loads.Crossings(edge).Where(crossing => crossing.Route.Steps.First(step => step.Edge == edge).IsBack))
        );

    private Demand DemandAt(TierPlan tier)
    {
        var arriving = _plan.Routes.Where(route => route.Steps.Any(step => step.To == tier)).DistinctBy(route => route.Relation);
        var demand = DemandOf(arriving.Select(route => (route, Copies: 1)));
        return demand with { MessagesPerSecond = demand.MessagesPerSecond / tier.Count };
    }

    private Demand DemandOf(IEnumerable<(RoutePlan Route, int Copies)> crossing)
    {
        var (rate, bytes, delivery, largest) = (0.0, 0.0, 0.0, 1);
        foreach (var (route, copies) in crossing)
        {
            var perSecond = _loads.BusiestRateOf((route, copies));
            var content = new Content(route.Spec.Carries.Values, route.Spec.Carries.BitsEach).PackedBytes;
            rate += perSecond;
            bytes += perSecond * content;
            delivery = Math.Max(delivery, route.Spec.Require.DeliveryShare ?? 0);
            largest = Math.Max(largest, content);
        }

        return new Demand(rate, rate > 0 ? bytes / rate : largest, delivery > 0 ? delivery : 0.98);
    }

    /// <summary>Mean number of copies that a tier sends on for each message that it receives [1].</summary>
    private double CopiesPerMessage(TierPlan tier)
    {
        var passing = _plan.Routes.Where(route => route.Steps.Skip(1).Any(step => step.From == tier)).ToList();
        var relations = passing.Select(route => route.Relation).Distinct().Count();
        return relations == 0 ? 1 : (double)passing.Sum(route => route.Spec.Pairing == Pairing.All ? route.Consumer.Count : 1) / relations;
    }
}
