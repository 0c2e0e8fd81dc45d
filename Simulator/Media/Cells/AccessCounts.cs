namespace M2mVsIoTSim.Media.Cells;

/// <summary>What became of the random access in a network since the start.</summary>
public sealed class AccessCounts
{
    /// <summary>Preambles sent [1].</summary>
    public long Preambles { get; internal set; }

    /// <summary>Preambles that several devices chose at the same occasion, each counted once [1].</summary>
    public long Collided { get; internal set; }

    /// <summary>Grants in random-access responses [1].</summary>
    public long Grants { get; internal set; }

    /// <summary>Accesses that ended with contention resolved [1].</summary>
    public long Successes { get; internal set; }

    /// <summary>Preambles that those took together [1].</summary>
    public long PreamblesOfSuccesses { get; internal set; }

    /// <summary>Requests behind a preamble (MsgA) that were decoded, so that two steps were enough [1].</summary>
    public long RequestsAtOnce { get; internal set; }

    /// <summary>Devices that were told to go on with four steps, as their preamble was heard and their request was not [1].</summary>
    public long Fallbacks { get; internal set; }

    /// <summary>Rounds of access barring by chance that devices waited [1].</summary>
    public long BarringRounds { get; internal set; }

    /// <summary>Accesses that were given up [1].</summary>
    public long Failures { get; internal set; }
}
