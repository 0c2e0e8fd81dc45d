using M2mVsIoTSim.Network;
using M2mVsIoTSim.Scenarios.Model;
using M2mVsIoTSim.Technologies;

namespace M2mVsIoTSim.Scenarios.Build;

/// <summary>What has to be done by hand when a device or a consumer is added, counted from the graph.</summary>
/// <remarks>
/// <para>Technologies and protocols say what a new member of a network or session takes (<see cref="Commissioning"/>), platforms what they enter for each that they serve. The graph says the rest: each
/// new session needs the address of its server at the end that connects, and an entry at the server. A new consumer is one step more for each of its relations, at the nearest place
/// upstream: where it is decoupled, a subscription; where it is passed on, a rule at each member that passes it on; where the producer itself sends, none, as each producer has got the new address.</para>
/// <para>A new server takes over the list of those that connect to it at once: one step, however many they are. Equal steps at the same place are counted once.</para>
/// </remarks>
public static class Onboarding
{
    /// <summary>Technologies and protocols that do not say what they take; where there is one, nothing is counted.</summary>
    public static IReadOnlyList<string> Unknown(Plan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return
        [
            .. plan
                .Edges.SelectMany(edge => Asked(edge).Select(one => (one.Name, one.Commissioning)).Concat(Protocols(edge)))
                .Where(one => one.Commissioning is null)
                .Select(one => one.Name)
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>Parties of devices.</summary>
    public static IReadOnlyList<TierPlan> Devices(Plan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return [.. plan.Tiers.Where(tier => tier.Party?.Kind == PartyKind.Device)];
    }

    /// <summary>Parties that consume and are no devices.</summary>
    public static IReadOnlyList<TierPlan> Consumers(Plan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return
        [
            .. plan.Tiers.Where(tier => tier.Party is { Kind: not PartyKind.Device } && plan.Routes.Any(route => route.Consumer == tier)),
        ];
    }

    /// <summary>What it takes to add one more device to a party.</summary>
    /// <exception cref="ArgumentException">Some technology or protocol does not say what it takes.</exception>
    public static IReadOnlyList<SetupTask> OfDevice(Plan plan, TierPlan party) => Merged(Joining(plan, party));

    /// <summary>What it takes to add one more consumer to a party, of all that the party consumes.</summary>
    /// <exception cref="ArgumentException">Some technology or protocol does not say what it takes.</exception>
    public static IReadOnlyList<SetupTask> OfConsumer(Plan plan, TierPlan party) =>
        Merged(Joining(plan, party).Concat(Feeding(plan, party)));

    /// <summary>Keys, certificates, accounts and profiles that somebody keeps.</summary>
    /// <exception cref="ArgumentException">Some technology or protocol does not say what it takes.</exception>
    public static IReadOnlyList<KeptCredential> Credentials(Plan plan)
    {
        RequireKnown(plan);
        var networks =
            from edge in plan.Edges
            from technology in Asked(edge)
            group edge by (Technology: technology.Name, edge.From) into users
            let asked = Asked(users.First()).First(one => one.Name == users.Key.Technology)
            from credential in asked.Commissioning!.Credentials
            select (
                credential,
                Of: credential.Of == CredentialHolder.Network ? asked.Name : $"{asked.Name}, {users.Key.From.Name}",
                Count: Number(credential.Of, users.First(), users.Key.From, users.First().To)
            );
        var sessions =
            from edge in plan.Edges
            where edge.Protocol is not null
            let client = Client(edge)
            let server = Server(edge)
            from credential in edge.Protocol!.Commissioning!.Credentials
            select (credential, Of: OfSession(credential, edge, client, server), Count: Number(credential.Of, edge, client, server));
        return
        [
            .. networks
                .Concat(sessions)
                .DistinctBy(one => (one.credential, one.Of))
                .Select(one => new KeptCredential(one.credential.Kind, one.Of, one.credential.What, one.Count)),
        ];
    }

    /// <summary>Of a line behind an access point nothing is asked: it belongs to the point.</summary>
    private static IEnumerable<Technology> Asked(EdgePlan edge) =>
        edge.Technologies.Where((technology, place) => place == 0 || technology.Traits.Segment == Segment.Core);

    private static IEnumerable<(string Name, Commissioning? Commissioning)> Protocols(EdgePlan edge) =>
        edge.Protocol is { } protocol ? [(protocol.Name, protocol.Commissioning)] : [];

    private static TierPlan Client(EdgePlan edge) => edge.ServerIsNear ? edge.To : edge.From;

    private static TierPlan Server(EdgePlan edge) => edge.ServerIsNear ? edge.From : edge.To;

    private static void RequireKnown(Plan plan)
    {
        if (Unknown(plan) is { Count: > 0 } unknown)
        {
            throw new ArgumentException($"{string.Join(", ", unknown)}: its commissioning is not known.", nameof(plan));
        }
    }

    private static string OfSession(Credential credential, EdgePlan edge, TierPlan client, TierPlan server) =>
        $"{edge.Protocol!.Name}, "
        + credential.Of switch
        {
            CredentialHolder.Member => client.Name,
            CredentialHolder.Peer => server.Name,
            _ => $"{client.Name} with {server.Name}",
        };

    private static double Number(CredentialHolder of, EdgePlan edge, TierPlan member, TierPlan peer) =>
        of switch
        {
            CredentialHolder.Member => member.Count,
            CredentialHolder.Peer => peer.Count,
            CredentialHolder.Session => edge.Sessions,
            _ => 1,
        };

    private static IEnumerable<SetupTask> Joining(Plan plan, TierPlan party)
    {
        RequireKnown(plan);
        foreach (var edge in plan.Edges.Where(edge => edge.From == party || edge.To == party))
        {
            foreach (
                var step in Asked(edge).SelectMany(one => edge.From == party ? one.Commissioning!.Steps : one.Commissioning!.StepsOfPeer)
            )
            {
                yield return Task(
                    step,
                    party,
                    edge.From == party ? edge.To : edge.From,
                    step.Place == SetupPlace.Peer && edge.To == party ? edge.From.Count : 1
                );
            }

            if (edge.Protocol is { } protocol)
            {
                foreach (var task in Connecting(edge, party, protocol.Commissioning!))
                {
                    yield return task;
                }
            }
        }
    }

    private static IEnumerable<SetupTask> Connecting(EdgePlan edge, TierPlan party, Commissioning takes)
    {
        var (client, server, sessions) = (Client(edge), Server(edge), NewSessions(edge, party));
        var enrolment = server.Platform?.Enrolment ?? "an entry in its list of those that it serves";
        if (client == party)
        {
            yield return new($"{party.Name} (new)", $"the address of {server.Name} is set", "who connects knows where to", sessions)
            {
                IsAtMember = true,
            };
            yield return new(server.Name, enrolment, "a server serves those that it knows", sessions);
            foreach (var step in takes.Steps)
            {
                yield return Task(step, party, server, step.Place == SetupPlace.Peer ? sessions : 1);
            }
        }

        if (server == party)
        {
            yield return new(client.Name, $"the address of the new {party.Name} is set", "who connects knows where to", sessions);
            if (client != party)
            {
                yield return new($"{party.Name} (new)", $"{enrolment}, for all at once", "a server serves those that it knows", 1)
                {
                    IsAtMember = true,
                };
            }

            var paired = takes.Credentials.Any(credential => credential.Of == CredentialHolder.Session);
            foreach (var step in takes.StepsOfPeer)
            {
                yield return Task(step, party, client, 1);
            }

            foreach (var step in takes.Steps.Where(_ => paired && client != party))
            {
                // A secret of each pair: new ones for all that connect, which the new server takes over at once.
                yield return step.Place == SetupPlace.Member
                    ? new(client.Name, step.What, step.Why, sessions)
                    : new($"{party.Name} (new)", $"{step.What}, for all at once", step.Why, 1) { IsAtMember = true };
            }
        }
    }

    /// <summary>How many sessions one more member of a party brings [1].</summary>
    private static double NewSessions(EdgePlan edge, TierPlan party) =>
        edge.From == edge.To ? party.Count
        : edge.IsPaired ? 1
        : edge.To == party ? edge.From.Count
        : edge.To.Party is null ? 1
        : edge.To.Count;

    private static IEnumerable<SetupTask> Feeding(Plan plan, TierPlan consumer)
    {
        foreach (var route in plan.Routes.Where(route => route.Consumer == consumer && route.Steps.Count > 1))
        {
            var last = route.Steps[^1].From;
            yield return last.Decouples
                ? new SetupTask(
                    $"{consumer.Name} (new)",
                    $"it subscribes to {route.Relation}",
                    $"{last.Name} decouples: producers need not know",
                    1
                )
                {
                    IsAtMember = true,
                }
                : new SetupTask(
                    last.Name,
                    $"a rule passes {route.Relation} on to the new {consumer.Name}",
                    "it sends to those that it is told of",
                    last.Count
                );
        }
    }

    private static SetupTask Task(SetupStep step, TierPlan member, TierPlan peer, double count) =>
        new(
            step.Place switch
            {
                SetupPlace.Member => $"{member.Name} (new)",
                SetupPlace.Peer => peer.Name,
                _ => step.At ?? throw new ArgumentException($"'{step.What}' is done elsewhere, but does not say where.", nameof(step)),
            },
            step.What,
            step.Why,
            count
        )
        {
            IsAtMember = step.Place == SetupPlace.Member,
            Stays = step.Stays,
        };

    private static IReadOnlyList<SetupTask> Merged(IEnumerable<SetupTask> tasks) =>
        [.. tasks.GroupBy(task => (task.Where, task.What)).Select(same => same.MaxBy(task => task.Count)!)];
}
