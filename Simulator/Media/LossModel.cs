using M2mVsIoTSim.Kernel;

namespace M2mVsIoTSim.Media;

/// <summary>Random loss of frames: independent, or in bursts of geometric length.</summary>
/// <remarks>
/// Bursts follow the two-state chain of Gilbert (Bell Syst. Tech. J. 39, 1960) and Elliott (ibid. 42, 1963) with a state per frame: in the bad state a frame is lost with
/// h_B, in the good one with h_G; Gilbert's losses are h_B = 1 and h_G = 0. The share of bad frames is π = (p − h_G) / (h_B − h_G) for a loss ratio p; for a mean
/// stay of b frames the bad state is left with probability 1/b and entered with π / (b (1 − π)). Validated by the suite <c>internet-path</c>.
/// </remarks>
public sealed class LossModel
{
    private readonly double _bad;
    private readonly double _stay;
    private readonly double _enter;
    private readonly double _lossInBad;
    private readonly double _lossInGood;

    /// <param name="ratio">Share of frames lost [1], 0 to below 1.</param>
    /// <param name="meanBurst">Mean number of frames in a row in the bad state [1], at least 1; null for independent losses.</param>
    /// <param name="lossInBurst">h_B: share lost in the bad state [1], above <paramref name="ratio"/> with bursts.</param>
    /// <param name="lossBetween">h_G: share lost in the good state [1], at most <paramref name="ratio"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A ratio outside [0, 1), a burst that the ratio does not allow, or shares of the states between which it does not lie.</exception>
    public LossModel(double ratio, double? meanBurst = null, double lossInBurst = 1, double lossBetween = 0)
    {
        if (!(ratio is >= 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(ratio), ratio, "A loss ratio lies in [0, 1).");
        }

        _bad = _stay = _enter = ratio;
        (_lossInBad, _lossInGood) = (1, 0);
        if (meanBurst is not { } burst)
        {
            return;
        }

        if (!(lossBetween >= 0 && lossBetween <= ratio && ratio < lossInBurst && lossInBurst <= 1))
        {
            throw new ArgumentOutOfRangeException(
                nameof(lossInBurst),
                lossInBurst,
                $"A loss ratio of {ratio} lies between what is lost between bursts, {lossBetween}, and in them."
            );
        }

        (_lossInBad, _lossInGood) = (lossInBurst, lossBetween);
        _bad = (ratio - lossBetween) / (lossInBurst - lossBetween);
        if (!(burst >= Math.Max(1, _bad / (1 - _bad))))
        {
            throw new ArgumentOutOfRangeException(
                nameof(meanBurst),
                burst,
                $"With a loss ratio of {ratio} a mean burst is at least {Math.Max(1, _bad / (1 - _bad))} frames."
            );
        }

        _stay = 1 - 1 / burst;
        _enter = _bad / (burst * (1 - _bad));
    }

    /// <summary>Loses nothing.</summary>
    public static LossModel None { get; } = new(0);

    /// <summary>Whether the next frame is lost.</summary>
    /// <param name="draw">Its numbers; one is taken, or two where the state alone does not decide.</param>
    /// <param name="state">Whether the frame before it was in the bad state, null for the first; then whether this one is.</param>
    public bool Loses(ref Draw draw, ref bool? state)
    {
        var isBad = draw.Bernoulli(
            state switch
            {
                null => _bad,
                true => _stay,
                false => _enter,
            }
        );
        state = isBad;
        return isBad ? _lossInBad >= 1 || draw.Bernoulli(_lossInBad) : _lossInGood > 0 && draw.Bernoulli(_lossInGood);
    }
}
