namespace M2mVsIoTSim.Traffic;

/// <summary>For which member of the consuming party a message is that another one causes.</summary>
/// <param name="Members">Members of the consuming party of which it is for one; 1 if it is for all [1].</param>
/// <param name="PairedWith">
/// Whose number that member has: 0 for that of the producer, 1 for that of the cause's producer, and so on back; null if it is drawn [1].
/// </param>
/// <param name="IsAmongPeers">Whether the producers are the consumers too: none draws itself.</param>
public readonly record struct FollowUpTarget(int Members, int? PairedWith = null, bool IsAmongPeers = false);
