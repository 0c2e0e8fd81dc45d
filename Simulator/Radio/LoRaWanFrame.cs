namespace M2mVsIoTSim.Radio;

/// <summary>Sizes of LoRaWAN frames: octets of the PHYPayload [B].</summary>
/// <remarks>LoRaWAN 1.0.4, sections 4 to 6.</remarks>
public static class LoRaWanFrame
{
    /// <summary>Octets of a data frame besides the application payload: MHDR 1, DevAddr 4, FCtrl 1, FCnt 2, FPort 1, MIC 4.</summary>
    public const int Overhead = 13;

    /// <summary>A data frame without payload has no FPort; its FCtrl may acknowledge.</summary>
    public const int Empty = 12;

    /// <summary>Join-request: MHDR 1, JoinEUI 8, DevEUI 8, DevNonce 2, MIC 4.</summary>
    public const int JoinRequest = 23;

    /// <summary>MAC command LinkADRReq in FOpts, its identifier included.</summary>
    public const int LinkAdrRequest = 5;

    /// <summary>MAC command LinkADRAns in FOpts, its identifier included.</summary>
    public const int LinkAdrAnswer = 2;
}
