using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Media;

/// <summary>A delay with a fixed part and a random part that is never negative.</summary>
public sealed class DelayModel
{
    private readonly Duration _least;
    private readonly Law _law;
    private readonly double _scale;
    private readonly double _sigma;

    private DelayModel(Duration least, Law law, double scale, double sigma)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(least.Nanoseconds, nameof(least));
        ArgumentOutOfRangeException.ThrowIfNegative(scale);
        ArgumentOutOfRangeException.ThrowIfNegative(sigma);
        (_least, _law, _scale, _sigma) = (least, law, scale, sigma);
    }

    private enum Law
    {
        Constant,
        Erlang,
        LogNormal,
        Uniform,
    }

    /// <summary>Always the same.</summary>
    public static DelayModel Constant(Duration delay) => new(delay, Law.Constant, 0, 0);

    /// <summary>A fixed part and a gamma distribution of shape 2, the sum of two exponentials, with a mean: queueing along a path.</summary>
    public static DelayModel Erlang(Duration least, Duration mean) =>
        new(least, mean == Duration.Zero ? Law.Constant : Law.Erlang, mean.TotalSeconds, 0);

    /// <summary>A fixed part and a lognormal one with a median and the standard deviation of its natural logarithm [1].</summary>
    public static DelayModel LogNormal(Duration least, Duration median, double sigma) =>
        new(least, median == Duration.Zero ? Law.Constant : Law.LogNormal, median.TotalSeconds, sigma);

    /// <summary>Uniform between two delays.</summary>
    public static DelayModel Uniform(Duration least, Duration greatest) => new(least, Law.Uniform, (greatest - least).TotalSeconds, 0);

    /// <summary>Expected delay.</summary>
    public Duration Mean =>
        _law switch
        {
            Law.Erlang => _least + Duration.FromSeconds(_scale),
            Law.LogNormal => _least + Duration.FromSeconds(_scale * Math.Exp(_sigma * _sigma / 2)),
            Law.Uniform => _least + Duration.FromSeconds(_scale / 2),
            _ => _least,
        };

    /// <summary>A delay from the numbers of a draw.</summary>
    public Duration Sample(ref Draw draw) =>
        _law switch
        {
            Law.Erlang => _least + Duration.FromSeconds(draw.Erlang(2, _scale)),
            Law.LogNormal => _least + Duration.FromSeconds(draw.LogNormal(_scale, _sigma)),
            Law.Uniform => _least + Duration.FromSeconds(draw.Uniform() * _scale),
            _ => _least,
        };
}
