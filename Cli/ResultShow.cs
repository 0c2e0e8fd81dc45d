using System.Diagnostics;
using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Figures;
using M2mVsIoTSim.Analysis.Reports;
using M2mVsIoTSim.Analysis.Statistics;
using M2mVsIoTSim.Scenarios.Results;
using M2mVsIoTSim.Scenarios.Running;

namespace M2mVsIoTSim.Cli;

/// <summary>Writes tables and figures, and prints comparisons, while others still run.</summary>
/// <remarks>All tables are written anew whenever they are, so after each comparison would cost the square of their number: it is done when a few times as long
/// has passed as it took the last time, and at the end. What a killed run has not shown yet is in its cases.</remarks>
/// <param name="directory">The result folder.</param>
/// <param name="study">The study, with what the folder holds of it already.</param>
/// <param name="compared">Comparisons that are run [1].</param>
/// <param name="earlier">What the folder holds already.</param>
/// <param name="draws">Whether figures are wanted.</param>
/// <param name="progress">Where messages go.</param>
/// <param name="cancellation">Ends drawing: who interrupts a run waits for tables only. The figures are drawn when it goes on.</param>
internal sealed class ResultShow(
    string directory,
    Study study,
    int compared,
    EarlierResults earlier,
    bool draws,
    ProgressView progress,
    CancellationToken cancellation
)
{
    private const int Patience = 5;

    /// <summary>Of more comparisons, nobody reads whole tables as they pass by.</summary>
    private const int MostTables = 6;

    private readonly Dictionary<string, FigureChoice> _drawn = new(StringComparer.Ordinal);
    private readonly List<string> _untold = [];
    private readonly Stopwatch _since = Stopwatch.StartNew();
    private IReadOnlyList<CaseResult> _cases = [];
    private bool _isNew;
    private bool _cannotDraw;
    private TimeSpan _took;

    /// <summary>What was written last; null where nothing was.</summary>
    public FolderResults? Results { get; private set; }

    /// <summary>Figures of this run, by comparison.</summary>
    public IReadOnlyDictionary<string, FigureChoice> Drawn => _drawn;

    /// <summary>Whether figures that were wanted could not be drawn.</summary>
    public bool HasFailed => _cannotDraw;

    /// <summary>Takes note of a comparison whose cases are all there.</summary>
    /// <param name="comparison">Its name.</param>
    /// <param name="cases">All cases so far, of whole comparisons only: they take the place of what the folder holds of these.</param>
    public void Done(string comparison, IReadOnlyList<CaseResult> cases)
    {
        (_cases, _isNew) = ([.. cases], true);
        var origin = DerivedName.Origin(comparison);
        if (!_untold.Contains(origin))
        {
            _untold.Add(origin);
        }

        // What is told of a comparison may rest on what is run beside it, which comes next.
        if (_since.Elapsed > Patience * _took && IsWhole(origin))
        {
            Flush();
        }
    }

    /// <summary>Writes, prints and draws what is there.</summary>
    public void Flush()
    {
        if (!_isNew)
        {
            return;
        }

        var began = _since.Elapsed;
        var removed = ResultWriter.Write(directory, study, earlier.With(_cases));
        Results = DerivedTables.Write(directory);
        if (removed && !draws)
        {
            progress.Say($"The old report or figures did not show these results and were removed; `m2miot report {directory}` draws them.");
        }

        // Where cases of a comparison failed, only what was run beside it may be there.
        foreach (var comparison in Results.All.Where(one => _untold.Contains(one.Comparison.Name)))
        {
            progress.Print(compared > MostTables ? Tables.Brief(comparison) : Tables.Headline(comparison));
            Draw(comparison);
        }

        _untold.Clear();
        _isNew = false;
        _took = _since.Elapsed - began;
        _since.Restart();
    }

    private bool IsWhole(string origin) =>
        study
            .AllCells.Where(cell => cell.IsFeasible && DerivedName.Origin(cell.Comparison) == origin)
            .Select(cell => cell.Comparison)
            .All(name => _cases.Any(result => result.Id.StartsWith($"{name}/", StringComparison.Ordinal)));

    private void Draw(ComparisonResults comparison)
    {
        if (!draws || _cannotDraw || cancellation.IsCancellationRequested)
        {
            return;
        }

        try
        {
            _drawn[comparison.Comparison.Name] = FigureSet.Draw(directory, comparison);
            progress.Say($"{comparison.Comparison.Name}: tables and figures are in {directory}");
        }
        catch (FontMissingException e)
        {
            progress.Say($"No figures: {e.Message}");
            _cannotDraw = true;
        }
    }
}
