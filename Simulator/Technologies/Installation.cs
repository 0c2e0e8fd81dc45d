namespace M2mVsIoTSim.Technologies;

/// <summary>A technology that has been built at a site.</summary>
public abstract class Installation
{
    /// <summary>Infrastructure that was built, for the topology and for counts of components.</summary>
    public abstract IReadOnlyList<Component> Components { get; }

    /// <summary>Where the model is used outside its stated domain, in sentences; empty if it is not.</summary>
    public virtual IReadOnlyList<string> OutsideDomain => [];
}

/// <summary>Infrastructure of one kind.</summary>
/// <param name="Kind">What it is: gateway, cell, operator core …</param>
/// <param name="Count">How many [1].</param>
/// <param name="Detail">How it was dimensioned, in a sentence.</param>
public sealed record Component(string Kind, int Count, string Detail);
