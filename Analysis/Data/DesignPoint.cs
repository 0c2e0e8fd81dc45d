namespace M2mVsIoTSim.Analysis.Data;

/// <summary>The values that the swept factors have in one cell of a comparison, in the order in which the comparison names them.</summary>
/// <remarks>Written as <c>access=lte-cat1,meter.count=1000</c>; empty when nothing is swept.</remarks>
public sealed class DesignPoint
{
    private DesignPoint(IReadOnlyList<(string Factor, string Value)> values) => Values = values;

    /// <summary>The point of a comparison that sweeps nothing.</summary>
    public static DesignPoint None { get; } = new([]);

    /// <summary>Factors and their values.</summary>
    public IReadOnlyList<(string Factor, string Value)> Values { get; }

    /// <summary>Whether a text can be a factor or a value.</summary>
    public static bool CanHold(string text) => text.Length > 0 && !text.AsSpan().ContainsAny(',', '=');

    /// <summary>Makes a point of factors and values.</summary>
    /// <exception cref="ArgumentException">A factor is named twice, or a name or value is empty or holds <c>,</c> or <c>=</c>.</exception>
    public static DesignPoint Of(IEnumerable<(string Factor, string Value)> values)
    {
        List<(string Factor, string Value)> list = [.. values];
        foreach (var (factor, value) in list)
        {
            if (!CanHold(factor))
                throw new ArgumentException($"'{factor}' cannot name a factor: it is empty or holds ',' or '='.", nameof(values));
            if (!CanHold(value))
                throw new ArgumentException($"factor '{factor}' cannot be '{value}': it is empty or holds ',' or '='.", nameof(values));
        }
        if (list.DistinctBy(pair => pair.Factor).Count() != list.Count)
            throw new ArgumentException($"a factor is named twice in '{Join(list)}'.", nameof(values));
        return new(list);
    }

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    /// <exception cref="ResultFormatException">The text is not a list of <c>factor=value</c>.</exception>
    public static DesignPoint Parse(string text)
    {
        if (text.Length == 0)
            return None;
        try
        {
            return Of(
                text.Split(',')
                    .Select(part =>
                        part.Split('=') is [var factor, var value]
                            ? (factor, value)
                            : throw new ArgumentException($"'{part}' is not of the form factor=value.")
                    )
            );
        }
        catch (ArgumentException e)
        {
            throw new ResultFormatException($"the design point '{text}' is not a list of factor=value: {e.Message}", e);
        }
    }

    /// <summary>The value of a factor, or null when the point does not name it.</summary>
    public string? this[string factor] => Values.Where(pair => pair.Factor == factor).Select(pair => pair.Value).FirstOrDefault();

    /// <summary>The point without the factors that are not meant.</summary>
    public DesignPoint Only(Func<string, bool> isMeant) => new([.. Values.Where(pair => isMeant(pair.Factor))]);

    /// <inheritdoc/>
    public override string ToString() => Join(Values);

    private static string Join(IEnumerable<(string Factor, string Value)> values) =>
        string.Join(',', values.Select(pair => $"{pair.Factor}={pair.Value}"));
}
