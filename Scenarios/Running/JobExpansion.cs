using M2mVsIoTSim.Scenarios.Build;
using M2mVsIoTSim.Scenarios.Files;
using M2mVsIoTSim.Scenarios.Model;

namespace M2mVsIoTSim.Scenarios.Running;

/// <summary>Brings the jobs of the library that comparisons name into the tree of a file, and what jobs take from others that they are like.</summary>
/// <remarks>Before anything is read, so that from there on all jobs are the file's: they can be set, varied, written and hashed.</remarks>
/// <param name="library">Jobs that the file need not define; one that it does wins.</param>
/// <param name="problems">Receives what is wrong.</param>
internal sealed class JobExpansion(ApplicationLibrary library, Problems problems)
{
    private const string JobsKey = "jobs";
    private const string LikeKey = "like";
    private const string SourcesKey = "sources";

    private static readonly Shape JobShape = Shape.Of(typeof(Job));

    /// <summary>The tree with every job whole.</summary>
    public YamlNode Apply(YamlNode tree)
    {
        if (
            tree is not YamlMapping { IsPatchy: false } file
            || (file.Find(JobsKey) ?? NoJobs(file)) is not YamlMapping { IsPatchy: false } jobs
        )
        {
            return tree;
        }

        YamlEntry[] whole = [.. jobs.Entries.Select(entry => entry with { Value = Whole(entry, jobs, []) }), .. Borrowed(file, jobs)];
        if (whole.Length == 0)
        {
            return tree;
        }

        var section = new YamlEntry(KeyOf(file) ?? new YamlScalar(JobsKey, false, file.Place), jobs.With(whole));
        return file.With([
            .. file.Entries.TakeWhile(entry => entry.Key.Text != JobsKey),
            section,
            .. file.Entries.SkipWhile(entry => entry.Key.Text != JobsKey).Skip(1),
        ]);
    }

    private static YamlMapping NoJobs(YamlMapping file) => new([], file.Place);

    private static YamlScalar? KeyOf(YamlMapping file) => file.Entries.FirstOrDefault(entry => entry.Key.Text == JobsKey)?.Key;

    /// <summary>Jobs of the library that a comparison names and the file does not define.</summary>
    private IEnumerable<YamlEntry> Borrowed(YamlMapping file, YamlMapping jobs) =>
        (file.Find("comparisons") as YamlMapping)
            ?.Entries.SelectMany(comparison => Texts((comparison.Value as YamlMapping)?.Find("job")))
            .Distinct()
            .Where(name => jobs.Find(name) is null && library.Jobs.ContainsKey(name))
            .Select(name => Entry(library.Jobs[name]))
        ?? [];

    private static YamlEntry Entry(LibraryJob job) => new(new YamlScalar(job.Name, false, job.Tree.Place), job.Tree);

    private static IEnumerable<string> Texts(YamlNode? node) =>
        node switch
        {
            YamlScalar { IsNull: false } one => [one.Text],
            YamlSequence several => several.Items.SelectMany(Texts),
            _ => [],
        };

    /// <summary>A job with everything of the one that it is like.</summary>
    private YamlNode Whole(YamlEntry job, YamlMapping jobs, IReadOnlyList<string> above)
    {
        if (job.Value is not YamlMapping mapping || mapping.Find(LikeKey) is not { } like)
        {
            return job.Value;
        }

        if (like is not YamlScalar { IsNull: false } name)
        {
            return Patchy(mapping);
        }

        var own = mapping.With([.. mapping.Entries.Where(entry => entry.Key.Text != LikeKey)]);
        return Base(name, job.Key.Text, jobs, [.. above, job.Key.Text]) is { } below ? Lay(below, own) : Patchy(own);
    }

    /// <summary>The job that another one is like: of the file, or of the library if it has none, or none other, of that name.</summary>
    private YamlNode? Base(YamlScalar name, string own, YamlMapping jobs, IReadOnlyList<string> above)
    {
        if (name.Text != own && jobs.Entries.FirstOrDefault(entry => entry.Key.Text == name.Text) is { } other)
        {
            if (!above.Contains(name.Text))
            {
                return Whole(other, jobs, above);
            }

            problems.Error(name.Place, $"jobs are like each other in a circle, back to '{name.Text}'; none says what they are");
            return null;
        }

        if (library.Jobs.TryGetValue(name.Text, out var borrowed))
        {
            return borrowed.Tree;
        }

        problems.Error(name.Place, Spelling.Unknown("job", name.Text, jobs.Keys.Where(key => key != own).Union(library.Jobs.Keys)));
        return null;
    }

    /// <summary>What a job says over another; a figure that it says itself has no longer the source that it had there.</summary>
    private static YamlNode Lay(YamlNode below, YamlMapping own)
    {
        var laid = TreeMerge.Lay(JobShape, below, own);
        if (laid is not YamlMapping merged || merged.Find(SourcesKey) is not YamlMapping sources)
        {
            return laid;
        }

        var said = JobFigures.Of(own).Select(figure => figure.Path).ToHashSet();
        var there = JobFigures.Of(merged).Select(figure => figure.Path).ToHashSet();
        var given = (own.Find(SourcesKey) as YamlMapping)?.Keys.ToHashSet() ?? [];
        return merged.With([
            .. merged.Entries.Select(entry =>
                entry.Value == sources
                    ? entry with
                    {
                        Value = sources.With([
                            .. sources.Entries.Where(source =>
                                given.Contains(source.Key.Text) || (there.Contains(source.Key.Text) && !said.Contains(source.Key.Text))
                            ),
                        ]),
                    }
                    : entry
            ),
        ]);
    }

    /// <summary>A job of which it is not known what it has: what is missing may stand where it could not be found.</summary>
    private static YamlNode Patchy(YamlNode node) =>
        node is YamlMapping mapping
            ? new YamlMapping([.. mapping.Entries.Select(entry => entry with { Value = Patchy(entry.Value) })], mapping.Place)
            {
                IsPatchy = true,
            }
            : node;
}
