namespace M2mVsIoTSim.Media.Cells;

/// <summary>One message of a <see cref="Procedure"/>.</summary>
/// <param name="Name">Name in the standard.</param>
/// <param name="IsUp">Whether the device sends it.</param>
/// <param name="Bytes">MAC payload without data [B].</param>
/// <param name="CarriesData">Whether a packet of the uplink goes with it.</param>
/// <param name="AwaitsCore">Whether the core network has to decide before it is sent.</param>
public sealed record SignallingMessage(string Name, bool IsUp, int Bytes, bool CarriesData = false, bool AwaitsCore = false);
