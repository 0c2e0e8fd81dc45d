namespace M2mVsIoTSim.Analysis.Statistics;

/// <summary>Whether a share rests on enough of what it is a share of.</summary>
/// <remarks>
/// With n arrivals a share moves in steps of 1/n, and all of n arriving shows no more than that at least 1 − 3/n do (95 %, the rule of three): of fewer than 30, not even 90 %.
/// </remarks>
internal static class ShareSupport
{
    /// <summary>The fewest arrivals, reactions or faults in all replications together that a share is told of without a mark [1].</summary>
    public const int Fewest = 30;

    /// <summary>The metric that counts of how many a metric is the share; null where it is none of arrivals.</summary>
    public static string? CountOf(string metric) =>
        metric switch
        {
            "delivery" or "delivery-in-time" or "deadline-miss" => "expected-arrivals",
            "reactions" or "reactions-in-time" => "reactions-due",
            "detections" => "faults",
            _ => null,
        };
}
