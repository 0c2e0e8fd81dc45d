using M2mVsIoTSim.Kernel;

namespace M2mVsIoTSim.Media;

/// <summary>Random loss of frames: independent, or in bursts of geometric length.</summary>
/// <remarks>
/// Bursts follow Gilbert's two-state chain (Bell Syst. Tech. J. 39, 1960) with a state per frame: in the good state every frame
/// passes, in the bad one every frame is lost. For a loss ratio p and a mean burst b the bad state is left with probability 1/b
/// and entered with p / (b (1 − p)).
/// </remarks>
public sealed class LossModel
{
    private readonly double _ratio;
    private readonly double _stay;
    private readonly double _enter;

    /// <param name="ratio">Share of frames lost [1], 0 to below 1.</param>
    /// <param name="meanBurst">Mean number of frames lost in a row [1], at least 1; null for independent losses.</param>
    /// <exception cref="ArgumentOutOfRangeException">A ratio outside [0, 1), or a burst that the ratio does not allow.</exception>
    public LossModel(double ratio, double? meanBurst = null)
    {
        if (!(ratio is >= 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(ratio), ratio, "A loss ratio lies in [0, 1).");
        }

        _ratio = _stay = _enter = ratio;
        if (meanBurst is { } burst)
        {
            if (!(burst >= Math.Max(1, ratio / (1 - ratio))))
            {
                throw new ArgumentOutOfRangeException(
                    nameof(meanBurst),
                    burst,
                    $"With a loss ratio of {ratio} a mean burst is at least {Math.Max(1, ratio / (1 - ratio))} frames."
                );
            }

            _stay = 1 - 1 / burst;
            _enter = ratio / (burst * (1 - ratio));
        }
    }

    /// <summary>Loses nothing.</summary>
    public static LossModel None { get; } = new(0);

    /// <summary>Whether the next frame is lost.</summary>
    /// <param name="draw">Its numbers; one is taken.</param>
    /// <param name="before">Whether the frame before it was lost; null for the first.</param>
    public bool Loses(ref Draw draw, bool? before) =>
        draw.Bernoulli(
            before switch
            {
                null => _ratio,
                true => _stay,
                false => _enter,
            }
        );
}
