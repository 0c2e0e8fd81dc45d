using M2mVsIoTSim.Scenarios.Build;
using M2mVsIoTSim.Scenarios.Files;
using M2mVsIoTSim.Scenarios.Model;

namespace M2mVsIoTSim.Scenarios.Running;

/// <summary>Reads a scenario file in separate steps: text to tree, tree to records, what the records mean, then the cells.</summary>
internal static class StudyReader
{
    public static Study Read(string path, RunRequest request)
    {
        var problems = new Problems();
        return Read(
            YamlTree.Load(path, problems),
            Path.GetFileNameWithoutExtension(path),
            Path.GetDirectoryName(Path.GetFullPath(path))!,
            request,
            problems
        );
    }

    public static Study ReadText(string text, string name, RunRequest request)
    {
        var problems = new Problems();
        return Read(YamlTree.Parse(text, name, problems), name, Directory.GetCurrentDirectory(), request, problems);
    }

    private static Study Read(YamlNode? tree, string name, string folder, RunRequest request, Problems problems)
    {
        var places = new Places();
        foreach (var (setting, value) in request.Settings)
        {
            tree = tree is null ? null : YamlTree.With(tree, setting, value, "--set", problems);
        }

        if (tree is null)
        {
            throw new ScenarioException(problems);
        }

        var library = Library.Shipped;
        var complaints = new Complaints(problems, places);
        var scenario = new Binder(problems, places) { LegalNames = ScenarioSchema.LegalNames }.Bind<ScenarioFile>(
            Substitution.Apply(tree, SampleValues(tree))
        );
        if (scenario is null)
        {
            throw new ScenarioException(problems);
        }

        ScenarioChecker.Check(scenario, request, library, complaints);
        Stop(problems);
        var sites = SiteFiles.Read(scenario, folder, complaints);
        var options = new OptionReader(complaints);
        var cells = new CellReader(tree, scenario, request, complaints, options).Read();
        Stop(problems);
        return new Study(
            name,
            scenario,
            request,
            cells,
            library,
            sites,
            new EffectiveWriter { Resolve = options.OptionsIn }.Write(scenario)
        )
        {
            Notes = NotesOn(cells),
        };
    }

    /// <summary>The first value that any comparison gives each parameter, so that the file can be read as a whole.</summary>
    private static Dictionary<string, string> SampleValues(YamlNode tree)
    {
        Dictionary<string, string> values = [];
        var comparisons = ((tree as YamlMapping)?.Find("comparisons") as YamlMapping)?.Entries ?? [];
        foreach (var cross in comparisons.Select(comparison => (comparison.Value as YamlMapping)?.Find("cross")).OfType<YamlMapping>())
        {
            foreach (var (key, list) in cross.Entries)
            {
                var first = list is YamlSequence { Items: [var item, ..] } ? item : list;
                if (first is YamlScalar scalar)
                {
                    values.TryAdd(key.Text, scalar.Text);
                }
            }
        }

        return values;
    }

    private static IReadOnlyList<string> NotesOn(IReadOnlyList<Cell> cells) =>
        [
            .. cells
                .SelectMany(cell =>
                    cell.Plan.NotModelled.Select(reason => $"{cell.Comparison}/{cell.Architecture}: not modelled yet: {reason}")
                )
                .Distinct(),
        ];

    private static void Stop(Problems problems)
    {
        if (problems.HasErrors)
        {
            throw new ScenarioException(problems);
        }
    }
}
