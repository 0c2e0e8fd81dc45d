using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Media.Cells;

/// <summary>What a message takes of its direction.</summary>
/// <param name="Units">Side by side [1].</param>
/// <param name="Length">For how long.</param>
internal readonly record struct Airtime(int Units, Duration Length);

/// <summary>What a message of the downlink grants on the uplink.</summary>
/// <param name="After">From the beginning of the message to the earliest beginning of what it grants.</param>
/// <param name="Slack">By how much that may begin later.</param>
/// <param name="Data">What it takes.</param>
internal readonly record struct Granted(Duration After, Duration Slack, Airtime Data);
