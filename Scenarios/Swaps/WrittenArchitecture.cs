using M2mVsIoTSim.Scenarios.Files;
using M2mVsIoTSim.Technologies;

namespace M2mVsIoTSim.Scenarios.Swaps;

/// <summary>An architecture as it is written, values in the place of its parameters, taken apart for swapping.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Node">All of it.</param>
/// <param name="Hops">Its hops, one for each end.</param>
/// <param name="Between">Its places that are not parties of the job, in the order in which hops name them.</param>
internal sealed record WrittenArchitecture(string Name, YamlMapping Node, IReadOnlyList<WrittenHop> Hops, IReadOnlyList<string> Between)
{
    /// <summary>Takes an architecture apart that has been read without problems.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="node">All of it, with values in the place of its parameters.</param>
    /// <param name="parties">The parties of the job; true for devices of the field.</param>
    /// <param name="segmentOf">Where on the way a technology lies.</param>
    public static WrittenArchitecture Of(
        string name,
        YamlMapping node,
        IReadOnlyDictionary<string, bool> parties,
        Func<string, Segment?> segmentOf
    )
    {
        WrittenHop[] hops = [.. Items(node.Find("hops")).OfType<YamlMapping>().SelectMany(hop => Ends(hop, parties, segmentOf))];
        return new(
            name,
            node,
            hops,
            [.. hops.SelectMany(hop => new[] { hop.From, hop.To }).Where(place => !parties.ContainsKey(place)).Distinct()]
        );
    }

    /// <summary>The entry of a tier; null where its name says all.</summary>
    public YamlNode? Tier(string place) => (Node.Find("tiers") as YamlMapping)?.Find(place);

    /// <summary>The items of a list, which a single item may stand for.</summary>
    internal static IReadOnlyList<YamlNode> Items(YamlNode? node) =>
        node switch
        {
            null => [],
            YamlSequence list => list.Items,
            _ => [node],
        };

    /// <summary>The model that is named, in short or in long form.</summary>
    internal static string ModelIn(YamlNode node) =>
        node switch
        {
            YamlScalar scalar => scalar.Text,
            YamlMapping mapping when mapping.Find("name") is YamlScalar name => name.Text,
            YamlMapping { Entries: [var (key, _)] } => key.Text,
            _ => "",
        };

    private static IEnumerable<WrittenHop> Ends(
        YamlMapping hop,
        IReadOnlyDictionary<string, bool> parties,
        Func<string, Segment?> segmentOf
    )
    {
        var from = ModelIn(hop.Find("from")!);
        foreach (var to in Items(hop.Find("to")).Select(ModelIn))
        {
            var over = Items(hop.Find("over"));
            var isOfField = parties.GetValueOrDefault(from) || parties.GetValueOrDefault(to);
            var access = isOfField ? over.TakeWhile(use => segmentOf(ModelIn(use)) is Segment.Access or Segment.Local).Count() : 0;
            yield return new(
                from,
                to,
                [.. over.Take(access)],
                [.. over.Skip(access)],
                hop.Find("standby"),
                hop.Find("speaks"),
                hop.Place
            );
        }
    }
}
