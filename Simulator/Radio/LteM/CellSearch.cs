using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Radio.LteM;

/// <summary>How long a device takes to find its cell and to read what it has to know of it.</summary>
/// <remarks>
/// Derived from the coverage of LTE's signals in TR 36.888 table 5.2.1.2-2 (from memory; 9 dB of noise figure, 36.8 dBm in six resource blocks: SCH −7.8 dB in 10 ms, PBCH −7.5 dB over its
/// 40 ms), energies added over radio frames. PBCH of LTE-M is sent about five times in each frame (TS 36.211 §6.6.4), so one frame equals five of LTE.
/// </remarks>
public static class CellSearch
{
    private const double SynchronisationSnr = -7.8;
    private const double BroadcastSnr = -7.5;

    /// <summary>Copies of PBCH that LTE needs for its SNR, in four radio frames [1].</summary>
    private const int BroadcastCopies = 4;

    /// <summary>Copies of PBCH in a radio frame of LTE-M [1].</summary>
    private const int CopiesPerFrame = 5;

    private static readonly Duration Frame = 10.Milliseconds;

    /// <summary>Time to find PSS and SSS.</summary>
    /// <param name="snr">Of the downlink in six resource blocks [dB].</param>
    public static Duration Synchronisation(double snr) => Frame * Frames(SynchronisationSnr - snr);

    /// <summary>Time to read the master information block, without and with the timing of its frame.</summary>
    /// <inheritdoc cref="Synchronisation"/>
    public static Duration MasterInformation(double snr) =>
        Frame * Frames(BroadcastSnr - snr + Decibels.FromLinear((double)BroadcastCopies / CopiesPerFrame));

    private static long Frames(double missing) => Math.Max(1, (long)Math.Ceiling(Decibels.ToLinear(missing) - 1e-9));
}
