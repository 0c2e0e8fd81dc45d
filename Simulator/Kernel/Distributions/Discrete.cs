namespace M2mVsIoTSim.Kernel.Distributions;

/// <summary>Some values with given weights.</summary>
/// <remarks>Walker's aliases (ACM TOMS 3(3), 1977), built as by Vose (IEEE Trans. Softw. Eng. 17(9), 1991): the effort of a sample does not
/// depend on the number of values. Takes one number, of which the upper part chooses a column and the lower the value or its alias.</remarks>
public sealed class Discrete : IDistribution
{
    private readonly double[] _values;
    private readonly ulong[] _keep;
    private readonly int[] _alias;

    /// <param name="values">The values, finite, at least one.</param>
    /// <param name="weights">As many weights [1], not negative, not all zero; only their proportions matter.</param>
    /// <exception cref="ArgumentException">No values, not as many weights, or weights that make no distribution.</exception>
    public Discrete(ReadOnlySpan<double> values, ReadOnlySpan<double> weights)
    {
        if (values.Length != weights.Length)
        {
            throw new ArgumentException($"There are {values.Length} values and {weights.Length} weights.", nameof(weights));
        }

        var shares = Legal.Shares(weights);
        (_values, _keep, _alias) = (values.ToArray(), new ulong[values.Length], new int[values.Length]);
        (Minimum, Maximum) = (double.PositiveInfinity, double.NegativeInfinity);
        for (var i = 0; i < values.Length; i++)
        {
            Mean += shares[i] * Legal.Finite(values[i], $"value {i}");
            if (shares[i] > 0)
            {
                (Minimum, Maximum) = (Math.Min(Minimum, values[i]), Math.Max(Maximum, values[i]));
            }
        }

        for (var i = 0; i < values.Length; i++)
        {
            Variance += shares[i] * (values[i] - Mean) * (values[i] - Mean);
        }

        MakeColumns(shares);
    }

    /// <inheritdoc/>
    public double Mean { get; }

    /// <inheritdoc/>
    public double Variance { get; }

    /// <inheritdoc/>
    public double Minimum { get; }

    /// <inheritdoc/>
    public double Maximum { get; }

    /// <inheritdoc/>
    public double Sample(ref Draw draw) => _values[SampleIndex(ref draw)];

    /// <summary>The place of a value in the list, with the value's weight.</summary>
    /// <param name="draw">Its luck.</param>
    public int SampleIndex(ref Draw draw)
    {
        var column = (int)Math.BigMul(draw.NextBits(), (ulong)_values.Length, out var rest);
        return rest < _keep[column] ? column : _alias[column];
    }

    /// <summary>Fills every column that holds too little with a part of one that holds too much.</summary>
    private void MakeColumns(double[] shares)
    {
        var (heights, little, much) = (Array.ConvertAll(shares, share => share * shares.Length), new Stack<int>(), new Stack<int>());
        for (var i = 0; i < heights.Length; i++)
        {
            // Columns that are left over at the end are full but for rounding.
            (_keep[i], _alias[i]) = (ulong.MaxValue, i);
            (heights[i] < 1 ? little : much).Push(i);
        }

        while (little.Count > 0 && much.Count > 0)
        {
            var (low, high) = (little.Pop(), much.Pop());
            (_keep[low], _alias[low]) = ((ulong)(heights[low] * 18446744073709551616.0), high);
            heights[high] -= 1 - heights[low];
            (heights[high] < 1 ? little : much).Push(high);
        }
    }
}
