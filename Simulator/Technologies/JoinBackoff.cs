using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>How often a device that finds no network may ask for it.</summary>
/// <remarks>
/// LoRaWAN 1.0.4, section 7 (retransmissions back-off), from memory: 36 s of airtime in the first hour after it was switched on, 36 s in the next ten hours, then 8.7 s
/// a day; here as duty cycles of 1 %, 0.1 % and 0.01 %.
/// </remarks>
public static class JoinBackoff
{
    private static readonly Duration First = 1.Hours;
    private static readonly Duration Second = 11.Hours;

    /// <summary>Inverse of the duty cycle of join-requests [1].</summary>
    /// <param name="sinceSwitchedOn">How long the device has been on.</param>
    public static long OneIn(Duration sinceSwitchedOn) =>
        sinceSwitchedOn < First ? 100
        : sinceSwitchedOn < Second ? 1000
        : 10_000;
}
