namespace M2mVsIoTSim.Analysis.Reports;

/// <summary>Words that a reader of the report may not know.</summary>
internal static class ReportWords
{
    public static IReadOnlyList<(string Word, string Meaning)> All { get; } =
    [
        ("Point", "One value of everything that is swept, such as a fleet of 1000 meters over LTE."),
        ("Case", "An architecture at a point."),
        ("Replication", "A repetition of a run with other random numbers: other arrivals, places and disturbances."),
        (
            "95th percentile",
            "The time within which 95 % of the delivered messages arrive. Of fewer than 20 messages it is merely the slowest one, and no verdict is given."
        ),
        (
            "Mediation",
            "What stands between producer and consumer: nothing (direct), a server of that one job, or a shared platform such as a broker."
        ),
        ("A-XDR", "The compact coding in which meters that speak DLMS/COSEM write their values."),
        ("QoS", "Quality of service, in MQTT: 0 sends once, 1 repeats until acknowledged, 2 delivers exactly once."),
        (
            "Holm, family-wise",
            "Many tests bring false alarms by chance alone. Holm's correction keeps the probability of one or more of them in a whole family of tests below 5 %."
        ),
    ];
}
