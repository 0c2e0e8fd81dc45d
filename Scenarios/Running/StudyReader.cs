using M2mVsIoTSim.Scenarios.Build;
using M2mVsIoTSim.Scenarios.Files;
using M2mVsIoTSim.Scenarios.Model;

namespace M2mVsIoTSim.Scenarios.Running;

/// <summary>Reads a scenario file in separate steps: text to tree, tree to records, what the records mean, then the cells.</summary>
internal static class StudyReader
{
    public static Study Read(string path, RunRequest request, Models models)
    {
        var problems = new Problems();
        return Read(
            YamlTree.Load(path, problems),
            Path.GetFileNameWithoutExtension(path),
            Path.GetDirectoryName(Path.GetFullPath(path))!,
            request,
            models,
            problems
        );
    }

    public static Study ReadText(string text, string name, RunRequest request, Models models)
    {
        var problems = new Problems();
        return Read(YamlTree.Parse(text, name, problems), name, Directory.GetCurrentDirectory(), request, models, problems);
    }

    private static Study Read(YamlNode? tree, string name, string folder, RunRequest request, Models models, Problems problems)
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
        var scenario = new Binder(problems, places) { LegalNames = ScenarioSchema.LegalNames(models) }.Bind<ScenarioFile>(
            Substitution.Apply(tree, SampleValues(tree))
        );
        if (scenario is null)
        {
            throw new ScenarioException(problems);
        }

        CheckParameters(tree, scenario, complaints);
        ScenarioChecker.Check(scenario, request, library, complaints);
        Stop(problems);
        var sites = SiteFiles.Read(scenario, folder, complaints);
        var options = new OptionReader(models, complaints);
        foreach (var architecture in scenario.Architectures.Values)
        {
            options.Read(architecture);
        }

        Stop(problems);
        var cells = new CellReader(tree, scenario, request, complaints, options).Read();
        Stop(problems);
        var effective = Substitution.Restore(tree, new EffectiveWriter { Resolve = options.OptionsIn }.Tree(scenario));
        return new Study(name, scenario, request, cells, library, models, sites, YamlText.Write(effective)) { Notes = NotesOn(cells) };
    }

    /// <summary>What a hop or tier mentions as a parameter must be one of the architecture.</summary>
    private static void CheckParameters(YamlNode tree, ScenarioFile scenario, Complaints complaints)
    {
        foreach (var (name, node) in Entries(tree, "architectures"))
        {
            var parameters = scenario.Architectures[name].Parameters;
            foreach (var (mention, place) in Substitution.Mentions(node).Where(mention => !parameters.Contains(mention.Name)))
            {
                complaints.At(place, Spelling.Unknown("parameter", mention, parameters));
            }
        }
    }

    private static IEnumerable<(string Name, YamlNode Node)> Entries(YamlNode tree, string section) =>
        ((tree as YamlMapping)?.Find(section) as YamlMapping)?.Entries.Select(entry => (entry.Key.Text, entry.Value)) ?? [];

    /// <summary>The first value that any comparison gives each parameter, so that the file can be read as a whole.</summary>
    private static Dictionary<string, YamlScalar> SampleValues(YamlNode tree)
    {
        Dictionary<string, YamlScalar> values = [];
        var crosses = Entries(tree, "comparisons").Select(comparison => (comparison.Node as YamlMapping)?.Find("cross"));
        foreach (var cross in crosses.OfType<YamlMapping>())
        {
            foreach (var (key, list) in cross.Entries)
            {
                var first = list is YamlSequence { Items: [var item, ..] } ? item : list;
                if (first is YamlScalar scalar)
                {
                    values.TryAdd(key.Text, scalar);
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
