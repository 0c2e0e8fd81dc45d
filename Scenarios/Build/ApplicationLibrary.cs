using M2mVsIoTSim.Scenarios.Files;
using M2mVsIoTSim.Scenarios.Model;

namespace M2mVsIoTSim.Scenarios.Build;

/// <summary>Jobs of usual application areas, which a scenario file may name without defining them; every figure in them has a source.</summary>
public sealed class ApplicationLibrary
{
    private const string Prefix = "Applications.";
    private const string Extension = ".yaml";

    private ApplicationLibrary(IReadOnlyDictionary<string, LibraryJob> jobs) => Jobs = jobs;

    /// <summary>The jobs that come with the program.</summary>
    public static ApplicationLibrary Shipped { get; } = Load(Resources());

    /// <summary>The jobs by name, in alphabetical order.</summary>
    public IReadOnlyDictionary<string, LibraryJob> Jobs { get; }

    /// <summary>Reads jobs from their texts.</summary>
    /// <param name="texts">Each job's name and text.</param>
    /// <exception cref="InvalidDataException">A text is wrong, or a figure has no source; the message lists everything.</exception>
    public static ApplicationLibrary Load(IEnumerable<(string Name, string Text)> texts)
    {
        var problems = new Problems();
        var jobs = new OrderedDictionary<string, LibraryJob>();
        foreach (var (name, text) in texts.OrderBy(one => one.Name, StringComparer.Ordinal))
        {
            if (YamlTree.Parse(text, $"{name}{Extension}", problems) is { } tree && Read(name, text, tree, problems) is { } job)
            {
                jobs.Add(name, job);
            }
        }

        return problems.HasErrors
            ? throw new InvalidDataException($"The library of applications is broken:\n{problems}")
            : new ApplicationLibrary(jobs);
    }

    private static LibraryJob? Read(string name, string text, YamlNode tree, Problems problems)
    {
        var places = new Places();
        if (new Binder(problems, places).Bind<Job>(tree) is not { } job)
        {
            return null;
        }

        var figures = JobFigures.Of(tree).ToList();
        foreach (var (path, value) in figures.Where(figure => job.Sources?.ContainsKey(figure.Path) != true))
        {
            problems.Error(value.Place, $"'{path}' has no source; add '{path}: {{ source: …, mark: … }}' to 'sources'");
        }

        CheckSources(job, tree, new Complaints(problems, places));
        return new LibraryJob(name, job, (YamlMapping)tree, text);
    }

    /// <summary>Sources are of figures that the job says.</summary>
    internal static void CheckSources(Job job, YamlNode tree, Complaints complaints)
    {
        if (job.Sources is not { } sources || !JobFigures.IsSound(tree))
        {
            return;
        }

        string[] figures = [.. JobFigures.Of(tree).Select(figure => figure.Path)];
        foreach (var path in sources.Keys.Except(figures).ToList())
        {
            complaints.AddUnknown(sources, path, "figure", path, figures);
        }
    }

    private static IEnumerable<(string Name, string Text)> Resources()
    {
        var assembly = typeof(ApplicationLibrary).Assembly;
        foreach (var resource in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(resource)!;
            using var reader = new StreamReader(stream);
            yield return (resource[Prefix.Length..^Extension.Length], reader.ReadToEnd());
        }
    }
}
