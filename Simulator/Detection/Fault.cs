using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Detection;

/// <summary>A fault that happens in a run.</summary>
/// <param name="Type">What it is.</param>
/// <param name="Start">When it begins.</param>
/// <param name="Devices">Whom it strikes, in order.</param>
public sealed record Fault(FaultType Type, SimTime Start, IReadOnlyList<int> Devices)
{
    private readonly HashSet<int> _struck = [.. Devices];

    /// <summary>When it is over.</summary>
    public SimTime End => Start + Type.Lasts;

    /// <summary>Whether it strikes a device.</summary>
    public bool Strikes(int device) => _struck.Contains(device);

    /// <summary>By how much it moves what is measured.</summary>
    public double At(SimTime time) =>
        time < Start || time >= End ? 0
        : Type.Kind == FaultKind.Drift ? Type.Size * ((time - Start) / Type.Lasts)
        : Type.Size;
}
