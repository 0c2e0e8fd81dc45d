using M2mVsIoTSim.Media.Cells;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Validation.Cellular;

/// <summary>An air interface of which only the random access takes time.</summary>
/// <param name="settings">The random access.</param>
/// <param name="attempts">Preambles after which a device gives up [1].</param>
internal sealed class AccessAir(RandomAccessSettings settings, int attempts) : AirInterface
{
    /// <summary>Signalling of an access and nothing behind it.</summary>
    public static readonly Procedure Procedure = new()
    {
        Name = "access alone",
        Request = 11,
        Answer = 19,
        SetUp = [],
        Update = [],
        Release = 1,
        UplinkOverhead = 1,
        DownlinkOverhead = 1,
    };

    /// <summary>Length of request, response and answer.</summary>
    public Duration Message { get; init; }

    /// <summary>Share of transmissions of request and answer that fail [1].</summary>
    public double BlockErrorRate { get; init; }

    /// <summary>From the end of a request that failed to its repetition.</summary>
    public Duration RequestRetry { get; init; }

    /// <summary>From the end of an answer that failed to its repetition.</summary>
    public Duration AnswerRetry { get; init; }

    public override double MaximumCouplingLoss => 164;

    /// <summary>Enough for everybody: what is scarce is the access.</summary>
    public override int UplinkUnits => 10_000;

    public override int DownlinkUnits => 10_000;

    public override IReadOnlyList<RandomAccessSettings> Levels { get; } = [settings];

    public override int MaximumAttempts => attempts;

    public override int LevelOf(double couplingLoss) => 0;

    public override Duration SearchSpacePeriod(double couplingLoss) => Duration.Zero;

    public override Transfer Uplink(double couplingLoss, int bytes) => Of(bytes == Procedure.Request, RequestRetry);

    public override Transfer Downlink(double couplingLoss, int bytes) =>
        bytes == Procedure.Release ? Of(false, AnswerRetry) : Of(true, AnswerRetry);

    public override Duration Acquisition(double couplingLoss, bool afterSleep) => Duration.Zero;

    public override Duration PagingListening(double couplingLoss) => Duration.Zero;

    private Transfer Of(bool isOfAccess, Duration retry) =>
        new()
        {
            Data = isOfAccess ? Message : Duration.Zero,
            BlockErrorRate = isOfAccess ? BlockErrorRate : 0,
            Retry = retry,
        };
}
