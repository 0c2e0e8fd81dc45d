using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Media.Cells;

/// <summary>What one technology puts on the air: the numbers and small strategies that a cell and its devices stand on.</summary>
/// <remarks>
/// Everything is a function of the coupling loss (path loss with all antenna gains), which a network asks for in whole decibels, rounded up, and
/// remembers. Nothing here knows of load or luck, and of time only where slots begin.
/// </remarks>
public abstract class AirInterface
{
    /// <summary>Coupling loss beyond which a device is out of coverage [dB].</summary>
    public abstract double MaximumCouplingLoss { get; }

    /// <summary>Units of the uplink side by side, such as the tones of a carrier [1].</summary>
    public abstract int UplinkUnits { get; }

    /// <summary>Units of the downlink side by side [1].</summary>
    public virtual int DownlinkUnits => 1;

    /// <summary>How an assignment or a page crosses a common control channel of the cell, such as AGCH and PCH of GPRS; null if they go on the downlink like everything else.</summary>
    public virtual Transfer? CommonControl => null;

    /// <summary>Random access at each coverage-enhancement level, the best level first; at least one.</summary>
    public abstract IReadOnlyList<RandomAccessSettings> Levels { get; }

    /// <summary>Preambles after which a device gives up, over all levels [1].</summary>
    public abstract int MaximumAttempts { get; }

    /// <summary>Transmissions of a block after which it is lost [1].</summary>
    public virtual int MaximumTransmissions => 5;

    /// <summary>From one opportunity for a scheduling request of a connected device to the next; zero for every one that the frame has, null if it has to go through random access.</summary>
    public virtual Duration? SchedulingRequestPeriod => null;

    /// <summary>Length of a scheduling request, which takes one unit of the uplink.</summary>
    /// <param name="couplingLoss">[dB].</param>
    public virtual Duration SchedulingRequest(double couplingLoss) => Duration.Zero;

    /// <summary>Probability that a scheduling request is not heard [1]; the device repeats it at the next opportunity.</summary>
    /// <param name="couplingLoss">[dB].</param>
    public virtual double SchedulingRequestError(double couplingLoss) => 0;

    /// <summary>From one opportunity of a configured grant to the next, at which a connected device sends without asking; zero for every one that the frame has, null if it has none.</summary>
    public virtual Duration? ConfiguredGrantPeriod => null;

    /// <summary>How octets of MAC payload cross the uplink on a configured grant. Grants and gaps are those of its repetitions, which are scheduled.</summary>
    /// <param name="couplingLoss">[dB].</param>
    /// <param name="bytes">With all headers of the layers above [B], at least 1.</param>
    public virtual Transfer ConfiguredUplink(double couplingLoss, int bytes) => Uplink(couplingLoss, bytes);

    /// <summary>Connected devices of a cell for which configured grants are set aside, the first that connect; the others ask for each grant [1].</summary>
    public virtual int ConfiguredGrants => 0;

    /// <summary>Share of the uplink that is set aside for configured grants, used or not [1].</summary>
    public virtual double ConfiguredShare => 0;

    /// <summary>From when a sender has a packet until it could begin to send it.</summary>
    /// <param name="isUp">Whether a device sends it, rather than a base station.</param>
    public virtual Duration Preparation(bool isUp) => Duration.Zero;

    /// <summary>Traffic of others that goes before, block by block; null for none.</summary>
    public virtual OtherTraffic? Others => null;

    /// <summary>The earliest time at which something of a length may begin: slots of the frame, and slots of its direction where both share a carrier.</summary>
    /// <param name="isUp">Whether a device sends it.</param>
    /// <param name="ready">From when on.</param>
    /// <param name="length">Of what is sent.</param>
    public virtual SimTime Opportunity(bool isUp, SimTime ready, Duration length) => ready;

    /// <summary>Share of the uplink that is set aside for random access and configured grants [1].</summary>
    public double AccessShare => Levels.Sum(SetAside) / UplinkUnits + ConfiguredShare;

    private static double SetAside(RandomAccessSettings level) =>
        level.Units * (level.Preamble / level.Period) + (level.TwoStep is { } two ? two.Units * (two.Request / level.Period) : 0);

    /// <summary>Coverage-enhancement level, an index into <see cref="Levels"/>.</summary>
    /// <param name="couplingLoss">[dB], at most <see cref="MaximumCouplingLoss"/>.</param>
    public abstract int LevelOf(double couplingLoss);

    /// <summary>From one beginning of the search space of the control channel to the next; zero if it can begin at any time.</summary>
    /// <param name="couplingLoss">[dB].</param>
    public abstract Duration SearchSpacePeriod(double couplingLoss);

    /// <summary>How octets of MAC payload cross the uplink.</summary>
    /// <param name="couplingLoss">[dB].</param>
    /// <param name="bytes">With all headers of the layers above [B], at least 1.</param>
    public abstract Transfer Uplink(double couplingLoss, int bytes);

    /// <summary>How octets of MAC payload cross the downlink.</summary>
    /// <param name="couplingLoss">[dB].</param>
    /// <param name="bytes">With all headers of the layers above [B], at least 1.</param>
    public abstract Transfer Downlink(double couplingLoss, int bytes);

    /// <summary>Time in which a device finds its cell again before it can access it, receiving.</summary>
    /// <param name="couplingLoss">[dB].</param>
    /// <param name="afterSleep">Whether it has not listened for long (power saving mode): system information has to be read too.</param>
    public abstract Duration Acquisition(double couplingLoss, bool afterSleep);

    /// <summary>How long an idle device receives to learn that nobody pages it, synchronisation included.</summary>
    /// <param name="couplingLoss">[dB].</param>
    public abstract Duration PagingListening(double couplingLoss);
}
