using M2mVsIoTSim.Scenarios.Build;
using M2mVsIoTSim.Technologies;

namespace M2mVsIoTSim.Scenarios.Running;

/// <summary>What is to reach devices whose cellular modems sleep between connections, in sentences for <c>check</c> and the report.</summary>
/// <remarks>A network cannot call a modem that sleeps: it keeps a few packets until the device connects by itself, or pages it when it listens again.</remarks>
internal static class SleepingReceivers
{
    private const string Polled = "modbus-tcp";

    /// <summary>Why, and what helps, by what a modem does.</summary>
    private static readonly Dictionary<string, string> Reasons = new(StringComparer.Ordinal)
    {
        ["psm"] =
            "sleep between connections (power-saving: psm), so the network keeps 'buffer' packets until the device connects by itself and loses the others as asleep; power-saving: edrx or drx makes them reachable, at a price in energy",
        ["off"] =
            "are switched off between connections (power-saving: off), so the network keeps 'buffer' packets until the device connects by itself and loses the others as asleep; power-saving: drx makes them reachable, at a price in energy",
        ["edrx"] =
            "listen once in an 'extended-cycle' (power-saving: edrx), so that everything waits for up to that long; a shorter cycle or power-saving: drx is faster, at a price in energy",
    };

    /// <summary>The sentences about a plan.</summary>
    public static IEnumerable<string> Of(Plan plan)
    {
        foreach (var edge in plan.Edges)
        {
            if (SleepOf(plan, edge) is not { } modem)
            {
                continue;
            }

            if (edge.Protocol?.Name == Polled)
            {
                yield return $"the {Polled} master polls {edge.From.Name}, whose modems of {modem.Technology} {Reasons[modem.PowerSaving]}; a connection whose polls are not answered is given up";
                continue;
            }

            foreach (
                var relation in plan
                    .Routes.Where(route => route.Steps.Any(step => step.Edge == edge && step.IsBack))
                    .Select(route => route.Relation)
                    .Distinct()
            )
            {
                yield return $"{relation} goes to {edge.From.Name}, whose modems of {modem.Technology} {Reasons[modem.PowerSaving]}";
            }
        }
    }

    private static SleepingModem? SleepOf(Plan plan, EdgePlan edge) =>
        plan.Modems.FirstOrDefault(modem =>
            modem.Tier == edge.From.Name
            && Reasons.ContainsKey(modem.PowerSaving)
            && edge.Technologies.Any(technology => technology is CellTechnology && technology.Name == modem.Technology)
        );
}
