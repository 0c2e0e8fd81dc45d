using System.Globalization;
using System.Text;
using M2mVsIoTSim.Scenarios.Files;

namespace M2mVsIoTSim.Scenarios.Validation;

/// <summary>The validation page: every suite with a table expected, obtained, interval, verdict.</summary>
public static class ValidationPage
{
    /// <summary>The page in Markdown; the same for the same result on one kind of machine.</summary>
    public static string Of(ValidationResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var page = new StringBuilder(
            $"""
            # Validation

            What the models say beside what theory, publications and other simulators say. Written by `m2miot validate -o docs/validation.md`;
            each row runs again with every test, and the page is checked against them. No row names these models yet:
            {string.Join(", ", WithoutRow.Select(name => $"`{name}`"))}.
            What tests them instead is said by `m2miot explain NAME`.

            Intervals are Student's at 99 % over independent replications or batches. A row *agrees* if it meets its criterion. Of rows that are
            right, one in a hundred falls outside such an interval by chance: it is *marginal* if it lies in the interval at 99.99 %, and more marginal
            rows than chance explains count as a failure. Seeds are fixed and were not chosen. A row that *differs* tells its cause.


            """
        );
        page.Append(Summary(result)).Append("\n\n");
        foreach (var (suite, outcomes) in result.Suites)
        {
            page.Append(CultureInfo.InvariantCulture, $"- [{suite.Title}](#{Anchor(suite.Title)}): {Tally(outcomes)}\n");
        }

        page.Append(
            CultureInfo.InvariantCulture,
            $"- [{Uncompared}](#{Anchor(Uncompared)}): {UncomparedReferences.All.Count} references\n"
        );
        foreach (var (suite, outcomes) in result.Suites)
        {
            Write(page, suite, outcomes);
        }

        WriteUncompared(page);
        return page.ToString();
    }

    /// <summary>Heading above the references that are not compared.</summary>
    public const string Uncompared = "Not compared";

    /// <summary>Catalogue names of the models that no suite validates.</summary>
    private static IEnumerable<string> WithoutRow =>
        Catalog
            .Technologies.Select(entry => entry.Name)
            .Concat(Catalog.Protocols.Select(entry => entry.Name))
            .Concat(Catalog.Platforms.Select(entry => entry.Name))
            .Except(ValidationCatalog.All.SelectMany(suite => suite.Models));

    /// <summary>One sentence: how many rows, and what became of them.</summary>
    public static string Summary(ValidationResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var marginal = result.Count(ValidationVerdict.Marginal);
        var text = $"{result.Outcomes.Count()} rows: {Tally(result.Outcomes)}.";
        return marginal == 0
            ? text
            : $"{text} Of {result.Sampled} sampled rows {0.01 * result.Sampled:0.#} are expected to be marginal by chance, and up to {result.MarginalsAllowed} pass.";
    }

    /// <summary>A value as it is printed: six significant digits, or all of a whole number.</summary>
    public static string Number(double value) =>
        value == Math.Truncate(value) && Math.Abs(value) < 1e15
            ? value.ToString("0", CultureInfo.InvariantCulture)
            : value.ToString("G6", CultureInfo.InvariantCulture);

    /// <summary>A verdict in words.</summary>
    public static string Word(ValidationVerdict verdict) =>
        verdict switch
        {
            ValidationVerdict.DiffersAsExplained => "differs, explained",
            _ => Names.Kebab(verdict.ToString()).Replace('-', ' '),
        };

    private static void Write(StringBuilder page, ValidationSuite suite, IReadOnlyList<ValidationOutcome> outcomes)
    {
        page.Append(CultureInfo.InvariantCulture, $"\n## {suite.Title}\n\n");
        page.Append(CultureInfo.InvariantCulture, $"`m2miot validate {suite.Name}`");
        if (suite.Models.Count > 0)
        {
            page.Append(CultureInfo.InvariantCulture, $" · validates {string.Join(", ", suite.Models.Select(model => $"`{model}`"))}");
        }

        page.Append(CultureInfo.InvariantCulture, $"\n\n{suite.Conditions}\n\nSource: {suite.Source}\n\n");
        page.Append("| what | unit | expected | obtained | ± 99 % | criterion | verdict |\n|---|---|---:|---:|---:|---|---|\n");
        foreach (var outcome in outcomes)
        {
            var width = outcome.HalfWidth is { } half ? half.ToString("G2", CultureInfo.InvariantCulture) : "–";
            page.Append(
                CultureInfo.InvariantCulture,
                $"| {outcome.Row.Name} | {outcome.Row.Unit} | {Number(outcome.Row.Expected)} | {Number(outcome.Obtained.Mean)} | {width} | {outcome.Row.Criterion.Text} | {Word(outcome.Verdict)} |\n"
            );
        }

        foreach (var causes in outcomes.Where(outcome => outcome.Row.Cause is not null).GroupBy(outcome => outcome.Row.Cause))
        {
            page.Append(
                CultureInfo.InvariantCulture,
                $"\nWhy {string.Join("; ", causes.Select(outcome => outcome.Row.Name))} differ{(causes.Count() == 1 ? "s" : "")}: {causes.Key}\n"
            );
        }
    }

    private static void WriteUncompared(StringBuilder page)
    {
        page.Append(
            CultureInfo.InvariantCulture,
            $"\n## {Uncompared}\n\nReferences that were looked at, and why a row would show nothing.\n"
        );
        foreach (var reference in UncomparedReferences.All)
        {
            page.Append(CultureInfo.InvariantCulture, $"\n**{reference.Title}.** {string.Join("; ", reference.Figures)}.\n\n");
            page.Append(CultureInfo.InvariantCulture, $"Why not: {reference.Cause}\n\nSource: {reference.Source}\n");
        }
    }

    private static string Tally(IEnumerable<ValidationOutcome> outcomes) =>
        string.Join(
            ", ",
            outcomes.GroupBy(outcome => outcome.Verdict).OrderBy(group => group.Key).Select(group => $"{group.Count()} {Word(group.Key)}")
        );

    private static string Anchor(string title) =>
        string.Concat(title.ToLowerInvariant().Where(c => char.IsAsciiLetterOrDigit(c) || c is ' ' or '-')).Replace(' ', '-');
}
