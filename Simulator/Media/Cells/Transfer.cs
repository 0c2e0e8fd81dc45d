using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Media.Cells;

/// <summary>How so many octets cross the air in one direction: transport blocks of equal size, each scheduled, sent and confirmed.</summary>
/// <remarks>
/// A block of the uplink: grant on the downlink, gap, data on the uplink, turnaround. A block of the downlink: assignment and data on the downlink with
/// a gap between, gap, feedback on the uplink, turnaround. Times are those of all repetitions; what is not there is zero.
/// </remarks>
public sealed record Transfer
{
    /// <summary>Transport blocks, one after the other [1].</summary>
    public int Blocks { get; init; } = 1;

    /// <summary>Time that a message takes to begin where the one before it went the other way, or there was none: a temporary block flow is set up.</summary>
    public Duration Opening { get; init; }

    /// <summary>Length of the grant or assignment on the control channel of the downlink.</summary>
    public Duration Control { get; init; }

    /// <summary>From the end of the grant or assignment to the beginning of the data.</summary>
    public Duration Gap { get; init; }

    /// <summary>By how much data of the uplink may begin later, as the grant says.</summary>
    public Duration Slack { get; init; }

    /// <summary>Length of the data of a block.</summary>
    public required Duration Data { get; init; }

    /// <summary>Scheduling intervals in which the data of a block go, such as subframes [1]; 1 for a block that nothing divides.</summary>
    /// <remarks>
    /// While n devices have more than one interval to send, and fewer would fill the cell, each gets a part of a block in a go, at least an interval: they share the cell, and nobody waits for the end of a
    /// long transfer. Smaller parts than that would leave it idle, as each waits for its next grant.
    /// </remarks>
    public int Intervals { get; init; } = 1;

    /// <summary>Whether a block of data follows the one before at once, as another HARQ process has been granted meanwhile; what has failed waits for its turn all the same.</summary>
    public bool IsPipelined { get; init; }

    /// <summary>Devices that fill the cell when each sends block after block: the time from one block to the next over that of its data [1].</summary>
    public double GoesToFill => IsPipelined ? 1 : (Control + Gap + Data + Processing + FeedbackGap + Feedback + Turnaround) / Data;

    /// <summary>Units of its direction that the data take side by side [1].</summary>
    public int Units { get; init; } = 1;

    /// <summary>From the end of the data until their receiver has decoded them.</summary>
    public Duration Processing { get; init; }

    /// <summary>From when the data of the downlink are decoded to the beginning of the feedback.</summary>
    public Duration FeedbackGap { get; init; }

    /// <summary>Length of the feedback of the device.</summary>
    public Duration Feedback { get; init; }

    /// <summary>Units of the uplink that the feedback takes [1].</summary>
    public int FeedbackUnits { get; init; } = 1;

    /// <summary>From the end of data or feedback to the next grant or assignment.</summary>
    public Duration Turnaround { get; init; }

    /// <summary>From the end of data or feedback of a block that failed to the grant or assignment of its repetition.</summary>
    public Duration Retry { get; init; }

    /// <summary>Probability that a transmission of a block fails [1].</summary>
    public double BlockErrorRate { get; init; }

    /// <summary>Probability that a repetition of a block fails too, from the second transmission on, where it differs from <see cref="BlockErrorRate"/> because transmissions are combined [1].</summary>
    /// <remarks>The last one holds for all further ones.</remarks>
    public IReadOnlyList<double> RepetitionErrorRates { get; init; } = [];

    /// <summary>Probability that a transmission of a block fails, where those before it did [1].</summary>
    /// <param name="before">Transmissions of the block before it [1].</param>
    public double ErrorRate(int before) =>
        before == 0 || RepetitionErrorRates.Count == 0
            ? BlockErrorRate
            : RepetitionErrorRates[Math.Min(before, RepetitionErrorRates.Count) - 1];

    /// <summary>Transmissions that a block takes on average, if it is repeated until it arrives [1].</summary>
    public double MeanTransmissions
    {
        get
        {
            var (sum, left) = (1.0, BlockErrorRate);
            foreach (var rate in RepetitionErrorRates)
            {
                sum += left;
                left *= rate;
            }

            return sum + left / (1 - ErrorRate(RepetitionErrorRates.Count));
        }
    }
}
