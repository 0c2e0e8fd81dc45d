namespace M2mVsIoTSim.Units;

/// <summary>Options of which some have no effect as the others stand; whoever lists what differs leaves them out.</summary>
public interface IHasIdleOptions
{
    /// <summary>Names of the properties that have no effect.</summary>
    IReadOnlyList<string> Idle { get; }
}
