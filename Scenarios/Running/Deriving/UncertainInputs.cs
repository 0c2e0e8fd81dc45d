using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Scenarios.Build;
using M2mVsIoTSim.Scenarios.Costs;
using M2mVsIoTSim.Scenarios.Files;
using M2mVsIoTSim.Scenarios.Model;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Running.Deriving;

/// <summary>Reads the ranges of a comparison's uncertain inputs, and what the file takes the inputs for.</summary>
/// <param name="from">The comparison.</param>
internal sealed class UncertainInputs(DerivedFrom from)
{
    private const string Fleet = ".count";

    private readonly Comparison _comparison = from.Comparison;

    /// <summary>The inputs in the order of the file; null after a complaint.</summary>
    public IReadOnlyList<UncertainInput>? Read()
    {
        foreach (var (factor, value) in _comparison.UncertainAt)
        {
            if (!_comparison.Cross.TryGetValue(factor, out var values))
            {
                from.Complaints.Add(_comparison.UncertainAt, factor, Spelling.Unknown("factor", factor, _comparison.Cross.Keys));
            }
            else if (!values.Contains(value))
            {
                from.Complaints.Add(_comparison.UncertainAt, factor, Spelling.Unknown($"value of {factor}", value, values));
            }
        }

        List<UncertainInput> inputs = [.. _comparison.Uncertain.Select(one => Read(one.Key, one.Value)).OfType<UncertainInput>()];
        return from.Complaints.Any ? null : inputs;
    }

    private UncertainInput? Read(string factor, QuantityRange range)
    {
        if (range.Low >= range.High)
        {
            return Refuse(factor, $"the range '{range}' of '{factor}' has no width; legal is a lower end below the upper one");
        }

        var (text, problem) = PricePath.PriceIn(factor) is { } price ? Priced(price, range) : Written(factor);
        if (text is null)
        {
            return Refuse(factor, problem!);
        }

        if (!Quantity.TryRead(text, out var written, out _) || !written.Unit.Fits(range.Unit))
        {
            return Refuse(
                factor,
                $"the file takes '{factor}' for '{text}', which is no quantity of the range '{range}'; both need units that convert"
            );
        }

        var nominal = written.In(range.Unit);
        if (nominal < range.Low || nominal > range.High)
        {
            return Refuse(factor, $"the file takes '{factor}' for '{text}', which lies outside its plausible range '{range}'");
        }

        var isCount = factor.EndsWith(Fleet, StringComparison.Ordinal);
        var isWhole =
            isCount
            || (range.Unit == UnitTable.One && double.IsInteger(nominal) && double.IsInteger(range.Low) && double.IsInteger(range.High));
        // A quick run has smaller fleets; the range shrinks as the fleet does.
        var scale = isCount && Ran(factor) is { } ran ? ran / nominal : 1;
        return new UncertainInput(
            factor,
            scale * range.Low,
            scale * nominal,
            scale * range.High,
            range.Unit == UnitTable.One ? "" : range.Unit.Symbol,
            isWhole
        );
    }

    /// <summary>How many a party has in the cells of the comparison; null where the factor is none of the jobs'.</summary>
    private double? Ran(string factor) =>
        from.Cells[0].Plan.Job.Parties.TryGetValue(factor[..^Fleet.Length], out var party) ? party.Count : null;

    /// <summary>What the file takes an input for, or why that cannot be said.</summary>
    private (string? Text, string? Problem) Written(string factor)
    {
        if (_comparison.Cross.TryGetValue(factor, out var values))
        {
            return values is [var only]
                ? (only, null)
                : (
                    null,
                    $"'{factor}' is swept by cross and cannot be uncertain too; the sweep shows what it changes, or give cross one value"
                );
        }

        var job = _comparison.Job.FirstOrDefault(job => JobPath.Of(from.Scenario.Jobs[job], factor) is not null);
        if (job is null)
        {
            var legal = _comparison
                .Job.SelectMany(one => JobPath.Usual(from.Scenario.Jobs[one], from.Complaints.Places))
                .Concat(_comparison.Cross.Keys.Where(key => _comparison.Cross[key].Count == 1 && key != "architecture"))
                .Concat(from.Cells.SelectMany(cell => Takeoff.Prices(cell.Plan, Library.Shipped)).Select(PricePath.Of))
                .Distinct();
            return (null, Spelling.Unknown("uncertain input", factor, legal));
        }

        return from.Written(job, JobPath.Of(from.Scenario.Jobs[job], factor)!) is YamlScalar scalar
            ? (scalar.Text, null)
            : (null, $"job '{job}' does not say what '{factor}' is nominally; write the value there, within the range");
    }

    /// <summary>The middle of a price in the unit of its range, or why there is none.</summary>
    private (string? Text, string? Problem) Priced(string name, QuantityRange range)
    {
        var paid = from
            .Cells.SelectMany(cell => Takeoff.Prices(cell.Plan, Library.Shipped))
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ToList();
        if (!paid.Contains(name) || from.Prices.Find(name) is not { } price)
        {
            return (null, Spelling.Unknown("price that this comparison pays", name, paid));
        }

        var inEuro = new Money(price.Each.Mid, UnitTable.Find(price.IsYearly ? "EUR / year" : "EUR"));
        var inDollar = new Money(price.Each.Mid / from.Prices.EuroPerDollar, UnitTable.Find(price.IsYearly ? "USD / year" : "USD"));
        var known = range.Unit.Above == Dimension.Dollar ? inDollar : inEuro;
        return (range.Unit.Fits(known.Unit) ? $"{new Money(known.Unit.Convert(known.Amount, range.Unit), range.Unit)}" : $"{inEuro}", null);
    }

    private UncertainInput? Refuse(string factor, string problem)
    {
        from.Complaints.Add(_comparison.Uncertain, factor, problem);
        return null;
    }
}
