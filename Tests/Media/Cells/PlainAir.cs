using M2mVsIoTSim.Media.Cells;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Media.Cells;

/// <summary>Round times: an occasion every 100 ms, 8 preambles of 10 ms; a message of the uplink takes 1 + 2 + 10 ms, one of the downlink 1 + 2 + 5 + 3 + 2 ms, and 1 ms lies between messages.</summary>
internal sealed class PlainAir : AirInterface
{
    public static readonly RandomAccessSettings Access = new()
    {
        Period = 100.Milliseconds,
        Preambles = 8,
        Preamble = 10.Milliseconds,
        ResponseStart = 2.Milliseconds,
        ResponseWindow = 20.Milliseconds,
        GrantsPerResponse = 8,
        RequestGap = 4.Milliseconds,
        AnswerGap = 1.Milliseconds,
        ContentionTimer = 50.Milliseconds,
        Attempts = 10,
        Detection = 1,
        Collision = PreambleCollision.RequestsCollide,
    };

    public double BlockErrorRate { get; init; }

    public Duration? RequestPeriod { get; init; }

    public int Attempts { get; init; } = 10;

    public int Tones { get; init; } = 12;

    public int Lines { get; init; } = 1;

    public Duration Retry { get; init; } = 1.Milliseconds;

    public Duration Request { get; init; }

    public Duration Opening { get; init; }

    public Transfer? Common { get; init; }

    public override Transfer? CommonControl => Common;

    public override double MaximumCouplingLoss => 164;

    public override int UplinkUnits => Tones;

    public override int DownlinkUnits => Lines;

    public override IReadOnlyList<RandomAccessSettings> Levels => Settings;

    public IReadOnlyList<RandomAccessSettings> Settings { get; init; } = [Access];

    public override int MaximumAttempts => Attempts;

    public override Duration? SchedulingRequestPeriod => RequestPeriod;

    public override Duration SchedulingRequest(double couplingLoss) => Request;

    public override int LevelOf(double couplingLoss) => 0;

    public override Duration SearchSpacePeriod(double couplingLoss) => Duration.Zero;

    public override Transfer Uplink(double couplingLoss, int bytes) =>
        new()
        {
            Blocks = (bytes + 999) / 1000,
            Opening = Opening,
            Control = 1.Milliseconds,
            Gap = 2.Milliseconds,
            Data = 10.Milliseconds,
            Units = 4,
            Turnaround = 1.Milliseconds,
            Retry = Retry,
            BlockErrorRate = BlockErrorRate,
        };

    public override Transfer Downlink(double couplingLoss, int bytes) =>
        new()
        {
            Blocks = (bytes + 999) / 1000,
            Opening = Opening,
            Control = 1.Milliseconds,
            Gap = 2.Milliseconds,
            Data = 5.Milliseconds,
            FeedbackGap = 3.Milliseconds,
            Feedback = 2.Milliseconds,
            Turnaround = 1.Milliseconds,
            Retry = Retry,
            BlockErrorRate = BlockErrorRate,
        };

    public override Duration Acquisition(double couplingLoss, bool afterSleep) => afterSleep ? 50.Milliseconds : 20.Milliseconds;

    public override Duration PagingListening(double couplingLoss) => 10.Milliseconds;
}
