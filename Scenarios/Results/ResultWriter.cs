using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Reports;
using M2mVsIoTSim.Scenarios.Running;

namespace M2mVsIoTSim.Scenarios.Results;

/// <summary>Merges finished cases into the tables of a result folder.</summary>
public static class ResultWriter
{
    /// <summary>Name of the folder of the finished cases.</summary>
    public const string CaseFolder = "cases";

    /// <summary>What a run leaves that was killed before its first table.</summary>
    private static readonly string[] OfUnfinishedRun = [CaseFolder, FolderLock.LockFile, FolderLock.OwnerFile];

    /// <summary>Makes sure that a folder is new, or holds results of the same study.</summary>
    /// <exception cref="InvalidDataException">It holds something else, or nothing can be written to it.</exception>
    public static void Claim(string directory, string study)
    {
        if (File.Exists(directory))
        {
            throw new InvalidDataException($"{directory}: is a file, not a folder for results");
        }

        if (File.Exists(Path.Combine(directory, JsonFile.Manifest)))
        {
            var there = JsonFile.ReadManifest(directory).Study;
            if (there != study)
            {
                throw new InvalidDataException(
                    $"{directory}: holds the results of study '{there}', not of '{study}'; choose another folder with -o"
                );
            }
        }
        else if (
            Directory.Exists(directory)
            && Directory.EnumerateFileSystemEntries(directory).Any(entry => !OfUnfinishedRun.Contains(Path.GetFileName(entry)))
        )
        {
            throw new InvalidDataException($"{directory}: is not empty and holds no results of ours; choose another folder with -o");
        }

        try
        {
            Directory.CreateDirectory(directory);
            // A folder that is there may be read-only: better told now than after the first run.
            using var probe = new FileStream(
                Path.Combine(directory, $"{CaseFolder}.{Environment.ProcessId}.tmp"),
                FileMode.Create,
                FileAccess.Write,
                FileShare.None,
                bufferSize: 1,
                FileOptions.DeleteOnClose
            );
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException(
                $"{directory}: results cannot be written there ({Reason(e)}); choose with -o a folder in which you may write",
                e
            );
        }
    }

    /// <summary>What is in the way; the system's own words only where they say more than a wrong file name.</summary>
    private static string Reason(Exception problem) =>
        problem switch
        {
            UnauthorizedAccessException => "no permission",
            FileNotFoundException or DirectoryNotFoundException => "the system does not let a folder be made there",
            _ => problem.Message.TrimEnd('.'),
        };

    /// <summary>Writes the tables and the manifest from the cases that are there, in one order whatever the order of finishing.</summary>
    /// <returns>Whether a report or figures were removed that showed other results.</returns>
    public static bool Write(string directory, Study study, IReadOnlyList<CaseResult> cases)
    {
        var manifest = ManifestBuilder.Build(study, cases);
        var removed = StaleOutputs.Remove(directory, manifest);
        RowFile.WriteTo(directory, cases.SelectMany(result => result.Runs));
        RowFile.WriteTo(directory, cases.SelectMany(result => result.Distributions));
        RowFile.WriteTo(directory, cases.SelectMany(result => result.Hops));
        RowFile.WriteTo(directory, cases.SelectMany(result => result.Costs));
        // What is dimensioned by the places of the devices differs between replications; the first one stands for all.
        RowFile.WriteTo(
            directory,
            cases.Where(result => result.Id.EndsWith("/r1", StringComparison.Ordinal)).SelectMany(result => result.Topology)
        );
        var done = cases.SelectMany(result => result.Runs).Select(row => row.Comparison).ToHashSet();
        RowFile.WriteTo(directory, SetupTable.Of(study.Cells.Where(cell => done.Contains(cell.Comparison))));
        JsonFile.Write(directory, manifest);
        return removed;
    }
}
