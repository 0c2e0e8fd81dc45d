using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Shares;
using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Analysis.Reports;

/// <summary>Says why one end of a comparison differs from the other: a sentence per key metric, whose parts add up to the gap.</summary>
public static class ShareAnswer
{
    /// <summary>How the shares come about.</summary>
    public const string Method =
        "Factors were changed one by one from the one to the other, in every order, under the same random numbers; a factor's share is the mean of what its change did (Shapley value), with a 95 % interval over replications. The shares of a gap add up to it exactly. A negative share works against the gap.";

    /// <summary>Between what, and a sentence per key metric; empty where no choice is varied.</summary>
    public static IReadOnlyList<(string Lead, IReadOnlyList<string> Sentences)> Of(ComparisonResults results)
    {
        ArgumentNullException.ThrowIfNull(results);
        return [.. GapQuestions.Of(results).Select(one => Of(one.Results, one.Question))];
    }

    private static (string Lead, IReadOnlyList<string> Sentences) Of(ComparisonResults results, GapQuestion question)
    {
        var (from, to) = (question.TextOf(question.From), question.TextOf(question.To));
        var factors = string.Join(", ", question.Factors.Select(Change));
        var lead = $"From {from} to {to}: {factors}.";
        var gaps = GapShares.Of(results, question);
        if (gaps.Count > 0)
            return (lead, [.. Sentences(results, gaps)]);
        string[] missing = [.. new[] { question.From, question.To }.Select(end => Fate(results, question, end)).OfType<string>()];
        return (
            lead,
            [$"There is no gap to share: {(missing.Length > 0 ? string.Join("; ", missing) : "the two ends measured nothing in common")}."]
        );
    }

    private static IEnumerable<string> Sentences(ComparisonResults results, IReadOnlyList<GapShares> gaps)
    {
        var same = gaps.Where(gap => gap.Shares.All(gap.IsNothing)).ToArray();
        foreach (var gap in gaps.Except(same))
            yield return Sentence(gap);
        // What holds for all figures is said once.
        foreach (var together in gaps.Except(same).Select(gap => Together(results, gap)).OfType<string>().Distinct())
            yield return together;
        if (same.Length > 0)
            yield return $"The same at both ends, and no factor changes it: {string.Join("; ", same.Select(gap => Headline.Title(gap.Metric, gap.Relation)))}.";
    }

    private static string Sentence(GapShares gap)
    {
        var title = Headline.Title(gap.Metric, gap.Relation);
        // Where both ends lie at one point, the lead has told it.
        string End(DesignCell end) => gap.Question.From.Point == gap.Question.To.Point ? end.Architecture : gap.Question.TextOf(end);
        var (from, to) = (End(gap.Question.From), End(gap.Question.To));
        if (Math.Max(gap.From.Mean, gap.To.Mean) > gap.Metric.ToldUpTo)
            return $"{title}: {Readable.Level(gap.Metric, gap.To.Mean)} with {to}, {Readable.Level(gap.Metric, gap.From.Mean)} with {from}; what lies beyond is not shared out (shares.csv has what was extrapolated).";
        // Told as a positive amount; a share that works against the gap is then negative.
        var sign = gap.Gap.Mean < 0 ? -1 : 1;
        var scale = gap.Scale;
        string Text(Estimate value) => $"{Amount(scale, value, sign)}";
        var amount = Text(gap.Gap);
        var direction = sign > 0 ? "higher" : "lower";
        var unclear = gap.Gap is { Low: <= 0, High: >= 0 } ? " Its interval holds 0: the gap may be chance." : "";
        if (gap.Shares is [{ Factors: [{ IsPackage: true }] } package])
            return $"{title}: {direction} by {amount} with {to} than with {from}; {Names(package)} is not taken apart (`why` of the comparison does).{unclear}";
        if (gap.Shares is [var only])
            return $"{title}: all of the {amount} by which it is {direction} with {to} than with {from} comes from {Names(only)}.{unclear}";
        var parts = gap
            .Shares.OrderByDescending(share => Math.Abs(share.Share.Mean))
            .Select(share => gap.IsNothing(share) ? $"nothing from {Names(share)}" : $"{Text(share.Share)} from {Names(share)}");
        return $"{title}: of the {amount} by which it is {direction} with {to} than with {from}, {string.Join(", ", parts)}; together exactly the gap.{unclear}";
    }

    private static string Change(ChangedFactor factor) => $"{factor.Name} ({factor.From} → {factor.To})";

    private static string Names(FactorShare share) => string.Join(" together with ", share.Factors.Select(factor => factor.Name));

    /// <summary>Why factors could not be told apart; null if all are.</summary>
    private static string? Together(ComparisonResults results, GapShares gap)
    {
        var joined = gap.Shares.Where(share => share.Factors.Count > 1).ToArray();
        if (joined.Length == 0)
            return null;
        var cannot = gap.Missing.Select(cell => Fate(results, gap.Question, cell)).OfType<string>().FirstOrDefault();
        return $"Not told apart: {string.Join("; ", joined.Select(Names))}, since {cannot ?? $"{gap.Question.TextOf(gap.Missing[0])} gave no value"}.";
    }

    /// <summary>Why a cell gave nothing; null if it did.</summary>
    private static string? Fate(ComparisonResults results, GapQuestion question, DesignCell cell)
    {
        if (
            results.Comparison.Infeasible.FirstOrDefault(one => one.Architecture == cell.Architecture && one.Point == cell.Point) is
            { } infeasible
        )
            return $"{question.TextOf(cell)} cannot work ({infeasible.Reason})";
        return results.Means.Any(row => row.Architecture == cell.Architecture && row.Point == cell.Point)
            ? null
            : $"{question.TextOf(cell)} was not run";
    }

    private static string Amount(ColumnScale scale, Estimate value, int sign)
    {
        var (low, high) = sign > 0 ? (value.Low, value.High) : (-value.High, -value.Low);
        return scale.TextWithUnit(sign * value.Mean, low, high);
    }
}
