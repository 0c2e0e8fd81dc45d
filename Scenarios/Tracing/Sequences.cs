using M2mVsIoTSim.Analysis.Traces;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Scenarios.Files;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Tracing;

/// <summary>For each relation, the way of its first message after the warm-up, with every packet that its sessions exchange meanwhile.</summary>
internal sealed class Sequences(
    NodeNames names,
    IReadOnlyList<Journey> journeys,
    IReadOnlyList<(SimTime At, Message Message, string What)> milestones,
    SimTime begin
)
{
    /// <summary>More arrows than these nobody reads [1].</summary>
    private const int MostArrows = 60;

    /// <summary>Acknowledgements follow what they acknowledge.</summary>
    private static readonly Duration Afterwards = 2.Seconds;

    /// <summary>The diagrams.</summary>
    /// <param name="where">Of which run they are.</param>
    public IReadOnlyList<SequenceDiagram> Draw(string where)
    {
        List<SequenceDiagram> diagrams = [];
        foreach (var relation in milestones.Where(one => one.What == "produced").GroupBy(one => one.Message.Branch.Relation))
        {
            var first = relation.FirstOrDefault(one => one.At >= begin);
            diagrams.Add(Of(first.Message.Branch is null ? relation.First().Message : first.Message, where));
        }

        return diagrams;
    }

    private SequenceDiagram Of(Message message, string where)
    {
        var own = milestones.Where(one => one.Message.IsSame(message)).ToList();
        var (start, end) = (own[0].At, own[^1].At + Afterwards);
        var carrying = journeys.Where(journey => journey.Carried.Exists(carried => carried.IsSame(message))).ToList();
        var ends = carrying.SelectMany(journey => new[] { journey.Stops[0].Place, journey.Stops[^1].Place }).ToHashSet();
        var source = names.Order.FirstOrDefault(node => node.Entity == message.Source);
        var shown = journeys
            .Where(journey => journey.Start >= start && journey.Start <= end)
            .Where(journey =>
                carrying.Contains(journey)
                || IsOf(journey, source) && ends.Contains(journey.Stops[0].Place) && ends.Contains(journey.Stops[^1].Place)
            )
            .ToList();
        var arrows = shown.Take(MostArrows).ToList();
        List<Node> lines = [.. names.Order.Where(node => arrows.Exists(arrow => Touches(arrow, node)))];
        return new SequenceDiagram(
            message.Branch.Relation.Name,
            $"{message.Branch.Relation.Name} {message.Serial} of {names.Of(message.Source)}",
            where + (shown.Count > arrows.Count ? $"; the first {arrows.Count} of {shown.Count} packets" : ""),
            [.. lines.Select(names.Of)],
            [.. arrows.Select(arrow => Arrow(arrow, lines))],
            [.. own.Select(one => new SequenceNote(one.At.TotalSeconds, $"{one.What}{Consumer(one.Message)}"))]
        );
    }

    private static bool IsOf(Journey journey, Node? source) =>
        source is not null && (journey.Stops[0].Place == source || journey.Stops[^1].Place == source);

    private static bool Touches(Journey journey, Node node) =>
        journey.Loss?.Before == node || journey.Stops.Any(stop => stop.Place == node);

    private static string Consumer(Message message) =>
        message.Branch.Parent is null
            ? ""
            : $" ({string.Join(", ", message.Branch.Local.Select(i => message.Branch.Relation.Consumers[i]))})";

    private static SequenceArrow Arrow(Journey journey, List<Node> lines) =>
        new(
            $"{journey.Summary}, {journey.Bytes} B",
            [.. journey.Stops.Select(stop => (lines.IndexOf(stop.Place), stop.At.TotalSeconds))],
            journey.Loss is { } loss ? (Names.Kebab(loss.Reason.ToString()), lines.IndexOf(loss.Before), loss.At.TotalSeconds) : null
        );
}
