namespace M2mVsIoTSim.Radio;

/// <summary>One message of a procedure between the random-access response and the release.</summary>
/// <param name="Name">As in 3GPP TS 36.331 or TS 24.301.</param>
/// <param name="IsUplink">From the device.</param>
/// <param name="Octets">Size at the MAC layer without the user's data [B].</param>
/// <param name="Carries">What travels in it besides.</param>
public sealed record SignallingMessage(string Name, bool IsUplink, int Octets, SignallingLoad Carries = SignallingLoad.Nothing);
