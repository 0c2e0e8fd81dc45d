using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Media.Cells;

/// <summary>What the air interface says of a coupling loss, remembered: shared by all devices with that loss.</summary>
internal sealed class RadioLink
{
    private readonly AirInterface _air;
    private readonly int _couplingLoss;
    private Transfer?[] _up = new Transfer?[64];
    private Transfer?[] _down = new Transfer?[64];
    private Transfer?[] _configured = [];

    /// <param name="air">Asked once for each size.</param>
    /// <param name="couplingLoss">Whole, rounded up [dB].</param>
    /// <param name="rise">By how much other cells raise the noise of the device; the air interface knows [dB].</param>
    /// <param name="profile">Makes the currents of a device from its conditions the time in which it listens for a page, and the period of its search space.</param>
    public RadioLink(AirInterface air, int couplingLoss, int rise, Func<string, Duration, Duration, PowerProfile> profile)
    {
        (_air, _couplingLoss) = (air, couplingLoss);
        Level = air.LevelOf(couplingLoss);
        SearchSpacePeriod = air.SearchSpacePeriod(couplingLoss);
        SchedulingRequest = air.SchedulingRequest(couplingLoss);
        SchedulingRequestError = air.SchedulingRequestError(couplingLoss);
        Resynchronisation = air.Acquisition(couplingLoss, afterSleep: false);
        Acquisition = air.Acquisition(couplingLoss, afterSleep: true);
        Profile = profile(
            rise == 0 ? $"coupling loss {couplingLoss} dB" : $"coupling loss {couplingLoss} dB, noise raised by {rise} dB",
            air.PagingListening(couplingLoss),
            SearchSpacePeriod
        );
    }

    public int CouplingLoss => _couplingLoss;

    public int Level { get; }

    public Duration SearchSpacePeriod { get; }

    public Duration SchedulingRequest { get; }

    public double SchedulingRequestError { get; }

    public Duration Resynchronisation { get; }

    public Duration Acquisition { get; }

    public PowerProfile Profile { get; }

    public Transfer Up(int bytes) => At(ref _up, bytes) ??= _air.Uplink(_couplingLoss, bytes);

    public Transfer Down(int bytes) => At(ref _down, bytes) ??= _air.Downlink(_couplingLoss, bytes);

    public Transfer Configured(int bytes) => At(ref _configured, bytes) ??= _air.ConfiguredUplink(_couplingLoss, bytes);

    /// <summary>The earliest beginning of a search space that is not before a time.</summary>
    public SimTime SearchSpaceFrom(SimTime ready)
    {
        var period = SearchSpacePeriod.Nanoseconds;
        return period == 0 ? ready : new SimTime((ready.Nanoseconds + period - 1) / period * period);
    }

    private static ref Transfer? At(ref Transfer?[] transfers, int bytes)
    {
        if (bytes >= transfers.Length)
        {
            Array.Resize(ref transfers, Math.Max(bytes + 1, transfers.Length * 2));
        }

        return ref transfers[bytes];
    }
}
