namespace M2mVsIoTSim.Detection;

/// <summary>What the devices of a place have in common at one time, as it is told from the others, and taken off from each.</summary>
/// <remarks>
/// It is estimated by the median of the other devices, so that one that is faulty does not make sound ones look faulty: it moves their median by about 1.25 σ / n, however large the
/// fault is, but their mean by size / n (P. J. Huber, Robust Statistics, 1981, sections 1.3 and 3.4). Taken off is the best linear prediction from that median, shrinkage
/// common² / (common² + v own²), where v is the variance of the median of as many standard normal values (<see cref="MedianVariance"/>). What is left has
/// variance own² + common² (1 − shrinkage), by which it is standardized; so limits that hold for independent normal values hold for it too, but for the
/// median's own departure from normality, which is a small part of it. Half of the devices struck at once move the median as they move the mean. Tested in <c>Tests/Detection/CommonPartTests</c>.
/// </remarks>
/// <param name="count">Devices that may report [1].</param>
/// <param name="own">Standard deviation of a device's own noise, above 0.</param>
/// <param name="common">Standard deviation of what all have in common, not negative.</param>
public sealed class CommonPart(int count, double own, double common)
{
    private readonly double[] _sorted = new double[count];
    private readonly int[] _devices = new int[count];
    private readonly double[] _left = new double[count];
    private readonly double[] _variances = new double[count];

    /// <summary>Takes the values of one time.</summary>
    /// <param name="values">Of each device.</param>
    /// <param name="came">Whose is known.</param>
    public void Take(ReadOnlySpan<double> values, ReadOnlySpan<bool> came)
    {
        var present = 0;
        for (var i = 0; i < count; i++)
        {
            if (came[i])
            {
                (_sorted[present], _devices[present]) = (values[i], i);
                present++;
            }
        }

        var (variance, others) = (common * common, present - 1);
        if (others < 1 || variance <= 0)
        {
            for (var rank = 0; rank < present; rank++)
            {
                _left[_devices[rank]] = _sorted[rank] / Math.Sqrt(own * own + variance);
            }

            return;
        }

        Array.Sort(_sorted, _devices, 0, present);
        var ofMedian = _variances[others] > 0 ? _variances[others] : _variances[others] = MedianVariance.Of(others);
        var shrinkage = variance / (variance + own * own * ofMedian);
        var scale = 1 / Math.Sqrt(own * own + variance * (1 - shrinkage));
        for (var rank = 0; rank < present; rank++)
        {
            var median = (Other((others - 1) / 2, rank) + Other(others / 2, rank)) / 2;
            _left[_devices[rank]] = (_sorted[rank] - shrinkage * median) * scale;
        }
    }

    /// <summary>What is left of a device's value of that time, in its standard deviations [1].</summary>
    /// <param name="device">One whose value is known.</param>
    public double TakenOff(int device) => _left[device];

    /// <summary>The value of a rank among the others.</summary>
    private double Other(int place, int left) => _sorted[place < left ? place : place + 1];
}
