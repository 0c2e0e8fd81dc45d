using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>A technology that has been built at a site.</summary>
public abstract class Installation
{
    /// <summary>Infrastructure that was built, for the topology and for counts of components.</summary>
    public abstract IReadOnlyList<Component> Components { get; }

    /// <summary>Where the model is used outside its stated domain, in sentences; empty if it is not.</summary>
    public virtual IReadOnlyList<string> OutsideDomain => [];

    /// <summary>How long its shared capacities have been in use since the start.</summary>
    public virtual IReadOnlyList<Occupancy> Occupancies => [];

    /// <summary>What its dimensioning expects to arrive of each fleet; empty if it was not dimensioned by delivery.</summary>
    public virtual IReadOnlyList<Promise> Promises => [];

    /// <summary>
    /// Messages that it has taken in or handed out since the start, of the short message service the parts that were submitted, each of which is paid for; null
    /// where nobody counts them.
    /// </summary>
    public virtual MessageCounts? Messages => null;

    /// <summary>What its equipment draws besides the ports of metered nodes.</summary>
    public virtual IReadOnlyList<PowerDraw> Draws => [];
}

/// <summary>Infrastructure of one kind.</summary>
/// <param name="Kind">What it is: gateway, cell, operator core …</param>
/// <param name="Count">How many [1].</param>
/// <param name="Detail">How it was dimensioned, in a sentence.</param>
public sealed record Component(string Kind, int Count, string Detail)
{
    /// <summary>Whether each of them serves one near node only.</summary>
    public bool IsPerNode { get; init; }

    /// <summary>How many of them are such that the failure of that one alone cuts somebody off [1]; all of them unless there are other ways.</summary>
    public int Indispensable { get; init; } = Count;

    /// <summary>For each of them that is indispensable, the share of the near nodes that it alone cuts off by failing [1]; null where that is not known.</summary>
    public IReadOnlyList<double>? Shares { get; init; }
}

/// <summary>Use of a capacity that many share.</summary>
/// <param name="Capacity">What it is: cell uplink, channel, server core …</param>
/// <param name="Count">How many there are [1].</param>
/// <param name="Busy">Time in use since the start, of all of them together.</param>
/// <param name="Planned">Share of the time for which it was planned at most [1]; null if it was not dimensioned by use.</param>
/// <param name="IsMedium">Whether it is a medium or a direction of one, rather than something that works on what came.</param>
public sealed record Occupancy(string Capacity, int Count, Duration Busy, double? Planned = null, bool IsMedium = true);

/// <summary>Equipment that draws the same power all the time.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Count">How many there are [1].</param>
/// <param name="Watts">What each of them draws [W].</param>
public sealed record PowerDraw(string Kind, int Count, double Watts);
