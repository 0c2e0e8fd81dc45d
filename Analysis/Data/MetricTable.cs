using System.Diagnostics.CodeAnalysis;
using static M2mVsIoTSim.Analysis.Data.MetricDirection;
using static M2mVsIoTSim.Analysis.Data.MetricFamily;

namespace M2mVsIoTSim.Analysis.Data;

/// <summary>The one table that names every metric; scenario files, tables, figures and reports use these names only.</summary>
public static class MetricTable
{
    /// <summary>Name of the metric that tells how exactly the percentiles of latency of a run are known.</summary>
    public const string LatencyResolution = "latency-resolution";

    /// <summary>Name of the metric of what an architecture costs over the horizon.</summary>
    public const string TotalCost = "cost-total";

    private static readonly Dictionary<string, Metric> ByName;

    static MetricTable()
    {
        All =
        [
            new(
                "latency-mean",
                "s",
                Latency,
                LowerIsBetter,
                "Mean latency",
                "Mean time from the moment a message exists to its arrival at a consumer, over delivered messages."
            ),
            new("latency-p50", "s", Latency, LowerIsBetter, "Median latency", "Time within which half of the delivered messages arrive."),
            new(
                "latency-p95",
                "s",
                Latency,
                LowerIsBetter,
                "95th percentile of latency",
                "Time within which 95 % of the delivered messages arrive."
            ),
            new(
                "latency-p99",
                "s",
                Latency,
                LowerIsBetter,
                "99th percentile of latency",
                "Time within which 99 % of the delivered messages arrive."
            ),
            new("latency-max", "s", Latency, LowerIsBetter, "Longest latency", "Latency of the slowest delivered message."),
            new("latency-jitter", "s", Latency, LowerIsBetter, "Jitter", "Standard deviation of the latency of delivered messages."),
            new(
                "reaction-time-mean",
                "s",
                Latency,
                LowerIsBetter,
                "Mean reaction time",
                "Mean time from the production of the first message of a chain of relations ('after') to the arrival of the last: sense, decide, act."
            ),
            new(
                "reaction-time-p50",
                "s",
                Latency,
                LowerIsBetter,
                "Median reaction time",
                "Time within which half of the chains that end have ended."
            ),
            new(
                "reaction-time-p95",
                "s",
                Latency,
                LowerIsBetter,
                "95th percentile of reaction time",
                "Time within which 95 % of the chains that end have ended."
            ),
            new(
                "reaction-time-p99",
                "s",
                Latency,
                LowerIsBetter,
                "99th percentile of reaction time",
                "Time within which 99 % of the chains that end have ended."
            ),
            new(
                "reaction-time-max",
                "s",
                Latency,
                LowerIsBetter,
                "Longest reaction time",
                "Reaction time of the slowest chain that ended."
            ),
            new(
                "detection-delay-mean",
                "s",
                Latency,
                LowerIsBetter,
                "Mean detection delay",
                "From the beginning of a fault until a consumer of the alarms knows of it; a fault that is not detected counts with all the time that it lasts."
            ),
            new(
                "detection-delay-p95",
                "s",
                Latency,
                LowerIsBetter,
                "95th percentile of detection delay",
                "Time within which 95 % of the faults are known; a fault that is not detected counts with all the time that it lasts."
            ),
            new("deadline-miss", "1", Latency, LowerIsBetter, "Deadline misses", "Share of the expected arrivals that come late or never.")
            {
                IsShare = true,
            },
            new(
                "delivery",
                "1",
                Reliability,
                HigherIsBetter,
                "Delivery",
                "Share of the expected arrivals (each message at each consumer it is meant for) that happen."
            )
            {
                IsShare = true,
            },
            new(
                "delivery-in-time",
                "1",
                Reliability,
                HigherIsBetter,
                "Delivery in time",
                "Share of the expected arrivals that happen within the deadline."
            )
            {
                IsShare = true,
            },
            new(
                "reactions",
                "1",
                Reliability,
                HigherIsBetter,
                "Reactions",
                "Share of the chains of relations ('after') that end: what is lost at any link is missing. Messages that are sent under a condition only are due when they are sent."
            )
            {
                IsShare = true,
            },
            new(
                "reactions-in-time",
                "1",
                Reliability,
                HigherIsBetter,
                "Reactions in time",
                "Share of the chains that end within the required reaction time."
            )
            {
                IsShare = true,
            },
            new(
                "detections",
                "1",
                Reliability,
                HigherIsBetter,
                "Faults detected",
                "Share of the faults that begin and end in the measured time of which a consumer of the alarms knows before they are over."
            )
            {
                IsShare = true,
            },
            new(
                "false-alarms",
                "1/d",
                Reliability,
                LowerIsBetter,
                "False alarms per day",
                "Alarms of the whole fleet that mean no fault, per day without faults."
            ),
            new("duplicates", "1", Reliability, LowerIsBetter, "Duplicates", "Surplus copies that reach a consumer, per message."),
            new("dropped:", "1", Reliability, LowerIsBetter, "Lost", "Share of the expected arrivals that were lost for this reason.")
            {
                IsShare = true,
            },
            new(
                "cell-changes",
                "1/d",
                Reliability,
                Neutral,
                "Changes of cell per device and day",
                "How often in a day the mean device of a party that moves comes into another cell while it is connected or looks for one, or finds its network again."
            ),
            new(
                "re-attach-time",
                "s/d",
                Reliability,
                LowerIsBetter,
                "Interruption by changes of cell per device and day",
                "For how long in a day changes of cell keep the mean device of a party that moves from sending and receiving, over what finding its cell takes in any case; time out of coverage is not counted."
            ),
            new(
                "energy-per-day",
                "J/d",
                Energy,
                LowerIsBetter,
                "Energy per device and day",
                "Energy that the mean device of a party draws in a day; without a party, that of all devices, collectors and other equipment that stands where they are, per device."
            ),
            new(
                "energy-per-byte",
                "J/B",
                Energy,
                LowerIsBetter,
                "Energy per useful byte",
                "Energy of all devices of a party, divided by the bytes of information that arrived."
            ),
            new("energy:", "J/d", Energy, LowerIsBetter, "Energy", "Energy that the mean device of a party draws per day in this state."),
            new(
                "battery-life",
                "a",
                Energy,
                HigherIsBetter,
                "Battery life (5th percentile)",
                "Time until the battery of the 5th-percentile device is empty, extrapolated from its self-discharge and its mean current: what it draws all the time, and at its mean rate of messages what one costs devices under its conditions."
            )
            {
                // Chosen: beyond it a cell ends by its age, its seal and its contacts, of which a current says nothing.
                ToldUpTo = 25,
            },
            new(
                "load-energy",
                "kWh/d",
                Energy,
                LowerIsBetter,
                "Energy of the load per device and day",
                "Electricity that what a device switches (its light, its motor) draws in a day, apart from what talking takes."
            ),
            new(
                "load-peak",
                "kW",
                Energy,
                LowerIsBetter,
                "Peak load",
                "Most that what all devices of a party switch draws at any moment of the measured time."
            ),
            new(
                "infrastructure-energy:",
                "J/d",
                Energy,
                LowerIsBetter,
                "Energy of infrastructure per device and day",
                "Part of the energy of all devices and their infrastructure that equipment of this kind draws, per device that it serves."
            ),
            new(
                "air-bytes-per-byte",
                "1",
                Energy,
                LowerIsBetter,
                "Bytes on air per useful byte",
                "Bytes sent by radio, headers and repetitions included, divided by the bytes of information that arrived."
            ),
            new(
                "access-bytes-per-day",
                "B/d",
                Energy,
                LowerIsBetter,
                "Bytes over access networks per device and day",
                "Bytes sent over all access networks, headers and repetitions included, per device; where faults are detected, so that what is useful differs between architectures."
            ),
            new(
                "airtime-per-day",
                "s/d",
                Energy,
                LowerIsBetter,
                "Time on air per device and day",
                "Time for which the mean device of a party transmits in a day."
            ),
            new(
                "capex",
                "EUR",
                Cost,
                LowerIsBetter,
                "Investment",
                "What is paid at the beginning: devices, modems, gateways, installation; at mid prices."
            ),
            new(
                "opex",
                "EUR/a",
                Cost,
                LowerIsBetter,
                "Running cost per year",
                "What is paid in a mean year: subscriptions, lines, servers, messages, maintenance, visits to change batteries; at mid prices, later years in full."
            ),
            new(
                TotalCost,
                "EUR",
                Cost,
                LowerIsBetter,
                "Total cost",
                "Investment and running cost over the horizon of the scenario (10 years unless it says otherwise), later payments discounted if it says so; at mid prices."
            ),
            new("cost-total-low", "EUR", Cost, LowerIsBetter, "Total cost at low prices", "Total cost if every price is at its low end."),
            new(
                "cost-total-high",
                "EUR",
                Cost,
                LowerIsBetter,
                "Total cost at high prices",
                "Total cost if every price is at its high end."
            ),
            new(
                "cost-per-message",
                "EUR",
                Cost,
                LowerIsBetter,
                "Cost per delivered message",
                "Total cost divided by the arrivals over the horizon, if every year is like the measured time, with as many storms as the job says."
            ),
            new(
                "cost:",
                "EUR",
                Cost,
                LowerIsBetter,
                "Cost",
                "Part of the total cost, at mid prices; 0 in a replication that spent nothing on it."
            ),
            new(
                "expected-arrivals",
                "1",
                Scale,
                Neutral,
                "Expected arrivals",
                "Messages produced in the measured time, each counted for every consumer that it is meant for."
            ),
            new(
                "reactions-due",
                "1",
                Scale,
                Neutral,
                "Reactions due",
                "Arrivals at the end of a chain of relations that the messages at its beginning, in the measured time, ask for."
            ),
            new("faults", "1", Scale, Neutral, "Faults", "Faults of what devices measure that begin and end in the measured time."),
            new("offered-load", "message/s", Scale, Neutral, "Offered load", "Messages that producers hand over, per second."),
            new(
                "carried-load",
                "message/s",
                Scale,
                HigherIsBetter,
                "Carried load",
                "Messages that consumers receive, duplicates excluded, per second."
            ),
            new(
                "channel-use",
                "1",
                Scale,
                LowerIsBetter,
                "Channel use",
                "Share of time for which the channels, cells, buses or lines of a technology are occupied, on average over all of them; the busier direction."
            )
            {
                IsShare = true,
            },
            new("server-use", "1", Scale, LowerIsBetter, "Server use", "Share of time for which the servers of a tier are busy.")
            {
                IsShare = true,
            },
            new(
                "components",
                "1",
                Complexity,
                LowerIsBetter,
                "Components",
                "Devices, gateways, servers and services that the architecture consists of."
            ),
            new(
                "equipment",
                "1",
                Complexity,
                LowerIsBetter,
                "Equipment",
                "Components that are neither devices nor other parties of the job: gateways, lines, servers, services."
            ),
            new(
                "distinct-protocols",
                "1",
                Complexity,
                LowerIsBetter,
                "Distinct protocols",
                "Different protocols and technologies that someone has to master."
            ),
            new("sessions", "1", Complexity, LowerIsBetter, "Sessions", "Connections and associations that are kept between nodes."),
            new(
                "relations-to-configure",
                "1",
                Complexity,
                LowerIsBetter,
                "Relations to configure",
                "Entries that someone has to make: two for each session, at the end that begins it the address of its peer, at the other that this one is served; for each relation, at a platform that decouples, one topic (a pattern for all producers) and a subscription for each consumer; at any other node on the way, a rule for each consumer to which it passes the relation on. Devices are named together, by a pattern, on both sides."
            ),
            new(
                "credentials",
                "1",
                Complexity,
                LowerIsBetter,
                "Credentials",
                "Keys, certificates, accounts and SIM profiles that somebody has to keep, renew and revoke, by what technologies and protocols with their security ask for."
            ),
            new("credentials:", "1", Complexity, LowerIsBetter, "Credentials", "Credentials of this kind."),
            new(
                "steps-to-add-device",
                "1",
                Complexity,
                LowerIsBetter,
                "Steps to add a device",
                "What has to be set up by hand for one more device, at itself and elsewhere; of a party, or on average over all parties of devices. setup.csv lists each step."
            ),
            new(
                "steps-to-add-consumer",
                "1",
                Complexity,
                LowerIsBetter,
                "Steps to add a consumer",
                "What has to be set up by hand for one more consumer of all that a party consumes, at itself and at each that has to know of it; of a party, or on average over all parties that consume and are no devices."
            ),
            new(
                "human-interventions",
                "1/a",
                Complexity,
                LowerIsBetter,
                "Human interventions per device and year",
                "How often in a year, per device, somebody has to change or recharge a battery, replace a device (churn), enter its replacement elsewhere, or go to equipment in the field that failed; the mean life of batteries is that of the run. Of a party, what its own devices need; or of all devices, with such equipment."
            ),
            new(
                "human-interventions:",
                "1/a",
                Complexity,
                LowerIsBetter,
                "Human interventions per device and year",
                "Part of the interventions: battery, recharge, replacement, re-provisioning, equipment-recovery."
            ),
            new(
                "single-points-of-failure",
                "1",
                Complexity,
                LowerIsBetter,
                "Single points of failure",
                "Nodes and equipment that members share and whose failure alone cuts off at least one producer from a consumer."
            ),
            new(
                "blast-radius",
                "1",
                Complexity,
                LowerIsBetter,
                "Blast radius",
                "Largest share of the expected arrivals that the failure of one node or piece of equipment cuts off; 0 without a single point of failure."
            )
            {
                IsShare = true,
            },
            new(
                "blast-radius-mean",
                "1",
                Complexity,
                LowerIsBetter,
                "Mean blast radius",
                "Share of the expected arrivals that the failure of a single point of failure cuts off, on average over all of them."
            )
            {
                IsShare = true,
            },
            new(
                "transmissions",
                "1",
                Diagnostic,
                Neutral,
                "Transmissions behind the battery life",
                "Transmissions, in the measured time, of all devices under the conditions of the one whose battery life is told; packets within ten seconds count as one."
            ),
            new(
                "warm-up-left",
                "1",
                Diagnostic,
                Neutral,
                "Warm-up left",
                "Share of the measured time whose latencies still look like warm-up (MSER-5 on 200 slices); above 50 %, the run is too short to tell."
            )
            {
                IsShare = true,
            },
            new(
                LatencyResolution,
                "1",
                Diagnostic,
                Neutral,
                "Resolution of the latency percentiles",
                "Largest relative error of the percentiles of latency: 0 (exact) up to 131 072 delivered messages, 0.2 % beyond."
            ),
            new("latency-settled", "s", Diagnostic, Neutral, "Settled latency", "Mean latency without that share of the measured time."),
            new("events", "1", Diagnostic, Neutral, "Simulated events", "Events that the kernel handled in the run."),
        ];
        ByName = All.ToDictionary(metric => metric.Name, StringComparer.Ordinal);
    }

    /// <summary>All metrics, in the order in which a reader meets them; a name that ends in a colon stands for a family.</summary>
    public static IReadOnlyList<Metric> All { get; }

    /// <summary>The metric of that name; a member of a family such as <c>dropped:collision</c> gets its own name and title.</summary>
    /// <exception cref="ArgumentException">No metric has that name.</exception>
    public static Metric Find(string name) =>
        TryFind(name, out var metric)
            ? metric
            : throw new ArgumentException(
                $"'{name}' is not a metric. Legal: {string.Join(", ", All.Select(one => one.Name.EndsWith(':') ? one.Name + "…" : one.Name))}.",
                nameof(name)
            );

    /// <summary>Looks a metric up, see <see cref="Find"/>.</summary>
    public static bool TryFind(string name, [NotNullWhen(true)] out Metric? metric)
    {
        if (ByName.TryGetValue(name, out metric))
            return !name.EndsWith(':');
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0 || colon == name.Length - 1 || !ByName.TryGetValue(name[..(colon + 1)], out var family))
            return false;
        metric = family with { Name = name, Title = $"{family.Title}: {name[(colon + 1)..]}" };
        return true;
    }

    /// <summary>The place of a metric in the table, for sorting; members of a family share their family's place.</summary>
    /// <exception cref="ArgumentException">No metric has that name.</exception>
    public static int OrderOf(string name)
    {
        Find(name);
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        var key = colon < 0 ? name : name[..(colon + 1)];
        return All.TakeWhile(metric => metric.Name != key).Count();
    }
}
