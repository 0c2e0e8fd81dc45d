using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Reports;
using M2mVsIoTSim.Scenarios.Results;
using M2mVsIoTSim.Scenarios.Running;
using M2mVsIoTSim.Tests.Analysis;

namespace M2mVsIoTSim.Tests.Scenarios;

/// <summary>A result folder into which studies are run.</summary>
internal sealed class ResultBench : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public string Path => _folder.Path;

    /// <summary>Finished cases, by file name below the folder of cases.</summary>
    public IReadOnlyList<string> CaseFiles =>
        [.. Directory.EnumerateFiles(Path, "*.json", SearchOption.AllDirectories).Where(file => file.Contains("/cases/")).Order()];

    public RunOutcome Run(Study study, int jobs = 2, Action<RunProgress>? progress = null, CancellationToken cancellation = default)
    {
        var runner = new StudyRunner(study, Path) { Progress = progress };
        var outcome = runner.Run(jobs, cancellation);
        ResultWriter.Write(Path, study, outcome.Results);
        DerivedTables.Write(Path);
        return outcome;
    }

    public string Text(string file) => File.ReadAllText(System.IO.Path.Combine(Path, file));

    public IReadOnlyList<T> Rows<T>()
        where T : class, IRow<T> => RowFile.ReadFrom<T>(Path);

    public void Dispose() => _folder.Dispose();
}
