using M2mVsIoTSim.Scenarios.Build;
using M2mVsIoTSim.Scenarios.Files;
using M2mVsIoTSim.Scenarios.Model;

namespace M2mVsIoTSim.Scenarios.Running;

/// <summary>Reads a scenario file in separate steps: text to tree, tree to records, what the records mean, then the cells.</summary>
/// <remarks>
/// Every step is taken with what the ones before could read, so that all mistakes are told at once. Only a text that is no YAML ends it early.
/// What could not be read is a gap (<see cref="Places.IsGap"/>), which later steps pass over: what follows from a mistake is no other mistake.
/// </remarks>
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
        if (tree is null)
        {
            throw new ScenarioException(problems);
        }

        // Before the settings, so that their paths meet the right keys, and after them, because they may be misspelt too.
        var respelling = new Respelling(problems);
        var expansion = new JobExpansion(ApplicationLibrary.Shipped, problems);
        tree = expansion.Apply(respelling.Apply(Shape.Of(typeof(ScenarioFile)), tree));
        foreach (var (setting, value) in request.Settings)
        {
            tree = YamlTree.With(tree, setting, value, "--set", problems) ?? tree;
        }

        tree = expansion.Apply(respelling.Apply(Shape.Of(typeof(ScenarioFile)), tree));
        var library = Library.Shipped;
        var places = new Places();
        var complaints = new Complaints(problems, places);
        var technologies = new NamedTechnologies(tree);
        var parameters = new Parameters(tree, technologies);
        var scenario = new Binder(problems, places)
        {
            LegalNames = ScenarioSchema.LegalNames(models, technologies.Names),
        }.Read<ScenarioFile>(parameters.Filled());
        request = request with { Comparisons = ComparisonNames.Chosen(request.Comparisons, scenario.Comparisons.Keys) };
        parameters.Check(scenario, complaints);
        ScenarioChecker.Check(scenario, request, library, complaints);
        CheckSources(tree, scenario, complaints);
        var sites = SiteFiles.Read(scenario, folder, complaints);
        var priceReader = new PriceReader(scenario, models, library, complaints);
        var prices = priceReader.Read(folder);
        var options = new OptionReader(models, library, complaints) { NamedTechnologies = technologies.Names };
        NamedTechnologies.Check(scenario, models, options, complaints);
        foreach (var architecture in scenario.Architectures.Values)
        {
            options.Read(architecture);
        }

        var cellReader = new CellReader(tree, scenario, request, complaints, options, technologies, prices);
        var cells = cellReader.Read();
        foreach (var cell in cells)
        {
            priceReader.Check(cell.Plan, prices);
        }

        if (problems.HasErrors)
        {
            throw new ScenarioException(problems);
        }

        var original = technologies.InAll(tree);
        string Written(ScenarioFile file) =>
            YamlText.Write(Substitution.Restore(original, new EffectiveWriter { Resolve = options.OptionsIn }.Tree(file)));
        return new Study(
            name,
            scenario,
            request,
            cells,
            library,
            models,
            sites,
            prices,
            Written(AsRun.Of(scenario, request, [.. cells.Where(cell => !cell.IsDerived)], technologies))
        )
        {
            Notes = NotesOn(cells),
            Boxes = cellReader.Boxes,
            Swaps = cellReader.Swaps,
            // Runs of other comparisons, or with more replications, are of the same scenario.
            Hash = Study.Hashed(Written(scenario)),
        };
    }

    private static void CheckSources(YamlNode tree, ScenarioFile scenario, Complaints complaints)
    {
        foreach (var entry in ((tree as YamlMapping)?.Find("jobs") as YamlMapping)?.Entries ?? [])
        {
            if (scenario.Jobs.TryGetValue(entry.Key.Text, out var job))
            {
                ApplicationLibrary.CheckSources(job, entry.Value, complaints);
            }
        }
    }

    private static IReadOnlyList<string> NotesOn(IReadOnlyList<Cell> cells) =>
        [
            .. cells
                .SelectMany(cell =>
                    cell.Plan.NotModelled.Select(reason => $"{cell.Comparison}/{cell.Architecture}: not modelled yet: {reason}")
                )
                .Distinct(),
        ];
}
