using M2mVsIoTSim.Media.Cells;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Validation.Cellular;

/// <summary>An air interface of which only the data of the downlink take time: a millisecond an octet, on one unit.</summary>
/// <param name="isShared">Whether devices share the downlink by goes of up to <see cref="Go"/> intervals; otherwise each has it until its packet is through.</param>
internal sealed class SharingAir(bool isShared) : AirInterface
{
    /// <summary>Intervals of a block [1].</summary>
    public const int Go = 8;

    /// <summary>Length of an interval, in which an octet goes.</summary>
    public static readonly Duration Interval = 1.Milliseconds;

    public override double MaximumCouplingLoss => 164;

    public override int UplinkUnits => 1;

    public override IReadOnlyList<RandomAccessSettings> Levels { get; } =
    [
        new RandomAccessSettings
        {
            Period = 1.Milliseconds,
            Preambles = 1_000,
            Preamble = Duration.Zero,
            ResponseWindow = 1.Milliseconds,
            ResponseBytes = 0,
            GrantsPerResponse = 1_000,
            ContentionTimer = 1.Milliseconds,
            Attempts = 100,
            Detection = 1,
        },
    ];

    public override int MaximumAttempts => 100;

    public override int LevelOf(double couplingLoss) => 0;

    public override Duration SearchSpacePeriod(double couplingLoss) => Duration.Zero;

    public override Transfer Uplink(double couplingLoss, int bytes) => new() { Data = Duration.Zero };

    public override Transfer Downlink(double couplingLoss, int bytes) =>
        bytes < Go ? new Transfer { Data = Duration.Zero }
        : isShared
            ? new Transfer
            {
                Blocks = bytes / Go,
                Data = Interval * (long)Go,
                Intervals = Go,
            }
        : new Transfer { Data = Interval * (long)bytes };

    public override Duration Acquisition(double couplingLoss, bool afterSleep) => Duration.Zero;

    public override Duration PagingListening(double couplingLoss) => Duration.Zero;
}
