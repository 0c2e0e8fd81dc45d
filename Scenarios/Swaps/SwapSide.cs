using M2mVsIoTSim.Scenarios.Model;
using M2mVsIoTSim.Technologies;

namespace M2mVsIoTSim.Scenarios.Swaps;

/// <summary>An architecture, values in the place of its parameters, taken apart for swapping.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Architecture">All of it.</param>
/// <param name="Hops">Its hops, one for each end.</param>
/// <param name="Between">Its places that are not parties of the job, in the order in which hops name them.</param>
internal sealed record SwapSide(string Name, Architecture Architecture, IReadOnlyList<SwapHop> Hops, IReadOnlyList<string> Between)
{
    /// <summary>Takes an architecture apart.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="architecture">All of it, with values in the place of its parameters.</param>
    /// <param name="parties">The parties of the job.</param>
    /// <param name="segmentOf">Where on the way a technology lies; null for one that is not known.</param>
    public static SwapSide Of(
        string name,
        Architecture architecture,
        IReadOnlyDictionary<string, Party> parties,
        Func<string, Segment?> segmentOf
    )
    {
        bool IsOfField(string place) => parties.TryGetValue(place, out var party) && party.Kind == PartyKind.Device;
        SwapHop Part(Hop hop, string to)
        {
            var access =
                IsOfField(hop.From) || IsOfField(to)
                    ? hop.Over.TakeWhile(use => segmentOf(use.Name) is Segment.Access or Segment.Local).Count()
                    : 0;
            return new SwapHop(hop, to, [.. hop.Over.Take(access)], [.. hop.Over.Skip(access)]);
        }

        SwapHop[] hops = [.. architecture.Hops.SelectMany(hop => hop.To.Select(to => Part(hop, to)))];
        return new(
            name,
            architecture,
            hops,
            [.. hops.SelectMany(hop => new[] { hop.From, hop.To }).Where(place => !parties.ContainsKey(place)).Distinct()]
        );
    }
}
