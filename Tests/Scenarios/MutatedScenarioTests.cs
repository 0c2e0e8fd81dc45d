using System.Diagnostics;
using System.Text.RegularExpressions;
using M2mVsIoTSim.Scenarios.Running;

namespace M2mVsIoTSim.Tests.Scenarios;

/// <summary>Valid files that were damaged in every way that an editor, a disk or a search-and-replace can damage them.</summary>
public sealed partial class MutatedScenarioTests
{
    private const int Files = 10_000;
    private const int Batches = 20;

    /// <summary>A file is read in milliseconds; this is what a busy machine may add.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private static readonly string[] Sources =
    [
        .. Repository.Names("CanSay").Select(Text),
        .. Parts(Excerpt.Metering),
        ScenarioText.Metering,
    ];

    [Test]
    public void A_damaged_file_is_read_or_refused_with_places([Range(0, Batches - 1)] int batch) =>
        Assert.That(
            Enumerable
                .Range(batch * (Files / Batches), Files / Batches)
                .AsParallel()
                .Select(number => Trouble(Mutation.Of(Sources[number % Sources.Length], Sources, number)))
                .Where(trouble => trouble is not null),
            Is.Empty
        );

    [Test]
    public void The_sources_are_good() => Assert.That(Sources.Select(Trouble), Is.All.Null);

    /// <summary>What a reader must not do with a text; null if it did not.</summary>
    private static string? Trouble(string text)
    {
        var clock = Stopwatch.StartNew();
        try
        {
            ScenarioText.Load(text);
        }
        catch (ScenarioException e) when (e.Message.Split('\n').All(line => Placed().IsMatch(line)))
        {
            // Refused with reasons and places.
        }
        catch (Exception e)
        {
            return $"{e}\n{text}";
        }

        return clock.Elapsed > Limit ? $"took {clock.Elapsed}\n{text}" : null;
    }

    private static string Text(string name) => File.ReadAllText(Repository.PathOf("CanSay", $"{name}.yaml"));

    /// <summary>The excerpt with one comparison each, small enough to be read often.</summary>
    private static IEnumerable<string> Parts(string text)
    {
        var head = text[..(text.IndexOf("\ncomparisons:\n", StringComparison.Ordinal) + "\ncomparisons:\n".Length)];
        return Regex.Split(text[head.Length..], "(?m)^(?=  [a-z])").Where(part => part.Length > 0).Select(part => head + part);
    }

    /// <summary>A message begins with a place: in the text, or in a file that it names.</summary>
    [GeneratedRegex(@"^[^:\n]+:[0-9]+:[0-9]+: .")]
    private static partial Regex Placed();
}
