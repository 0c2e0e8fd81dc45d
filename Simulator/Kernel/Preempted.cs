using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Kernel;

/// <summary>Why a holder was interrupted: its server was taken away.</summary>
/// <param name="By">Who took it.</param>
/// <param name="UsageSince">Since when the interrupted process had held it.</param>
/// <param name="Resource">Whose server it is.</param>
public sealed record Preempted(Process By, SimTime UsageSince, PreemptiveResource Resource);
