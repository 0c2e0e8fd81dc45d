using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Scenarios.Build;
using M2mVsIoTSim.Scenarios.Costs;
using M2mVsIoTSim.Scenarios.Model;
using M2mVsIoTSim.Scenarios.Swaps;

namespace M2mVsIoTSim.Scenarios.Running;

/// <summary>A scenario file that has been read, checked and laid out: everything that is to be run.</summary>
public sealed class Study
{
    internal Study(
        string name,
        ScenarioFile scenario,
        RunRequest request,
        IReadOnlyList<Cell> cells,
        Library library,
        Models models,
        SiteFiles sites,
        PriceList prices,
        string text
    )
    {
        Name = name;
        Scenario = scenario;
        Request = request;
        AllCells = cells;
        Cells = [.. cells.Where(cell => !cell.IsDerived)];
        Library = library;
        Program = VersionOf(models);
        Sites = sites;
        Prices = prices;
        Text = text;
    }

    /// <summary>The file's stem.</summary>
    public string Name { get; }

    /// <summary>What the file says, with the settings of the command line.</summary>
    public ScenarioFile Scenario { get; }

    /// <summary>What was asked for.</summary>
    public RunRequest Request { get; }

    /// <summary>Every architecture at every point of the comparisons that were asked for, in the order of the file.</summary>
    public IReadOnlyList<Cell> Cells { get; }

    /// <summary>Everything that is run: <see cref="Cells"/>, and behind those of each comparison what is derived from it.</summary>
    public IReadOnlyList<Cell> AllCells { get; }

    /// <summary>Devices and batteries.</summary>
    public Library Library { get; }

    /// <summary>Own places of parties.</summary>
    public SiteFiles Sites { get; }

    /// <summary>What everything costs, and over how long.</summary>
    public PriceList Prices { get; }

    /// <summary>The effective scenario as it is run, defaults filled in.</summary>
    public string Text { get; }

    /// <summary>What the file says but the models cannot yet simulate.</summary>
    public IReadOnlyList<string> Notes { get; internal init; } = [];

    /// <summary>Which mixtures of architectures are run, by the comparison that asks for them.</summary>
    internal IReadOnlyDictionary<string, List<SwapPlan>> Swaps { get; init; } = new Dictionary<string, List<SwapPlan>>();

    /// <summary>Seed of every draw.</summary>
    public ulong Seed => Request.Seed ?? Scenario.Study.Seed;

    /// <summary>Plausible ranges of uncertain inputs on which claims are put to the test, by comparison.</summary>
    public IReadOnlyDictionary<string, BoxManifest> Boxes { get; internal init; } = new Dictionary<string, BoxManifest>();

    /// <summary>Hash of what the file says, defaults filled in, whatever of it is run.</summary>
    public string Hash { get; internal init; } = "";

    /// <summary>Version of the program.</summary>
    public static string ToolVersion =>
        typeof(Study).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <summary>Reads, checks and lays out a scenario file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="request">What of it is to be run, and how.</param>
    /// <param name="models">What it can name; the program's catalogue if absent.</param>
    /// <exception cref="ScenarioException">Something is wrong with the input; the exception lists all of it.</exception>
    public static Study Load(string path, RunRequest? request = null, Models? models = null) =>
        StudyReader.Read(path, request ?? new RunRequest(), models ?? Models.Shipped);

    /// <summary>Reads, checks and lays out a scenario from its text.</summary>
    /// <param name="text">What would stand in a scenario file; files that it names are looked for in the current folder.</param>
    /// <param name="request">What of it is to be run, and how.</param>
    /// <param name="name">Name of the study, and of the text in messages.</param>
    /// <param name="models">What it can name; the program's catalogue if absent.</param>
    /// <exception cref="ScenarioException">Something is wrong with the input; the exception lists all of it.</exception>
    public static Study Parse(string text, RunRequest? request = null, string name = "scenario", Models? models = null) =>
        StudyReader.ReadText(text, name, request ?? new RunRequest(), models ?? Models.Shipped);

    /// <summary>Runs everything in memory; nothing is written.</summary>
    /// <param name="jobs">Runs at a time [1]; all cores if null.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="NotSupportedException">The scenario says something that cannot be simulated yet.</exception>
    /// <exception cref="StudyFailedException">A case did not finish.</exception>
    /// <exception cref="OperationCanceledException">It was ended early.</exception>
    public StudyResult Run(int? jobs = null, CancellationToken cancellation = default)
    {
        if (Notes.Count > 0)
        {
            throw new NotSupportedException($"This cannot be simulated yet: {string.Join("; ", Notes)}.");
        }

        var outcome = new StudyRunner(this).Run(jobs ?? Environment.ProcessorCount, cancellation);
        return outcome.Failures.Count == 0 ? new StudyResult(this, outcome.Results) : throw new StudyFailedException(outcome.Failures);
    }

    /// <summary>What everything costs in a cell: at a point of plausible ranges, some prices are others.</summary>
    internal PriceList PricesOf(Cell cell) => PricePath.Apply(cell.Point, Prices);

    /// <summary>Hash of everything that determines the result of a case: its cell, seed and number, the library, the prices, and the program itself.</summary>
    public string KeyOf(Cell cell, int replication) =>
        Hashed(
            $"{cell.Id}\n{cell.Text}\n{cell.Times}\n{Seed}\n{replication}\n{Library.Text}\n{Sites.TextFor(cell.Plan.Job)}\n{Prices.Text}\n{Program}"
        );

    /// <summary>Changes with every change of the code that runs and measures.</summary>
    private string Program { get; }

    private static string VersionOf(Models models) =>
        string.Join(' ', models.Types.Prepend(typeof(Study)).Select(type => type.Module.ModuleVersionId).Distinct());

    internal static string Hashed(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
