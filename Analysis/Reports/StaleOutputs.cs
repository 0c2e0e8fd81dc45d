using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Figures;

namespace M2mVsIoTSim.Analysis.Reports;

/// <summary>Removes the report and the figures that new tables of a result folder would contradict.</summary>
public static class StaleOutputs
{
    /// <summary>Removes what does not show the results that <paramref name="manifest"/> describes; called before they are written.</summary>
    /// <param name="directory">The result folder.</param>
    /// <param name="manifest">What the folder is going to hold.</param>
    /// <returns>Whether there was something to remove.</returns>
    /// <exception cref="ResultFormatException">The folder's manifest cannot be read.</exception>
    public static bool Remove(string directory, StudyManifest manifest)
    {
        if (!File.Exists(Path.Combine(directory, JsonFile.Manifest)))
            return false;
        var there = JsonFile.ReadManifest(directory);
        if (Text(there) == Text(manifest))
            return false;
        List<string> stale = [.. Figures(directory).Where(file => !Stays(Path.GetFileName(file), there, manifest))];
        string[] whole = [HtmlReport.FileName, ArticlePage.FileName, DecisionRow.FileName];
        stale.AddRange(whole.Select(file => Path.Combine(directory, file)).Where(File.Exists));
        stale.ForEach(File.Delete);
        ClaimPage.Remove(directory);
        return stale.Count > 0;
    }

    private static string[] Figures(string directory) =>
        Path.Combine(directory, FigureSet.Folder) is var folder && Directory.Exists(folder) ? Directory.GetFiles(folder) : [];

    private static bool Stays(string figure, StudyManifest there, StudyManifest manifest)
    {
        var name = FigureSet.ComparisonOf(figure, there.Comparisons.Concat(manifest.Comparisons).Select(comparison => comparison.Name));
        return name is not null && Text(Part(there, name)) == Text(Part(manifest, name));
    }

    /// <summary>All of a manifest that the figures of a comparison depend on.</summary>
    private static StudyManifest Part(StudyManifest manifest, string comparison) =>
        manifest with
        {
            Replications = 0,
            ToolVersion = "",
            ScenarioHash = "",
            ScenarioText = "",
            Claims = [],
            Derived = null,

            Article = [],
            Comparisons = [.. manifest.Comparisons.Where(one => one.Name == comparison)],
            Cases = [.. manifest.Cases.Where(one => DerivedName.Origin(one.Id.Split('/')[0]) == comparison)],
        };

    private static string Text(StudyManifest manifest) => JsonFile.Text(manifest);
}
