using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;

namespace M2mVsIoTSim.Technologies;

/// <summary>The places for which a site is planned: as many of each fleet as needed to tell its share, each with its part of what the fleet sends.</summary>
internal sealed class PlanningSample
{
    /// <summary>So many places, evenly taken from all of its own, stand for a fleet.</summary>
    private const int Size = 2000;

    private static readonly double GoldenRatio = (Math.Sqrt(5) - 1) / 2;

    /// <param name="site">With a survey, or with near nodes in the order of the fleets.</param>
    public PlanningSample(Site site)
    {
        Fleets = [.. site.Fleets.Where(fleet => fleet.Count > 0)];
        Random = site.Survey?.Random ?? site.Simulation.Random;
        var (places, first) = (new List<PlannedPlace>(), 0);
        for (var i = 0; i < Fleets.Count; i++)
        {
            var fleet = Fleets[i];
            var own = site.Survey?.PlacesOf(fleet.Name) ?? [.. site.Near.Skip(first).Take(fleet.Count)];
            first += fleet.Count;
            var count = Math.Min(Size, own.Count);
            for (var k = 0; k < count; k++)
            {
                var node = own[(int)((long)k * own.Count / count)];
                places.Add(new PlannedPlace(node, i, fleet.Demand.MessagesPerSecond / count, (double)fleet.Count / count));
            }
        }

        Places = places;
    }

    /// <summary>The fleets that have members.</summary>
    public IReadOnlyList<Fleet> Fleets { get; }

    /// <summary>The places, one fleet after the other.</summary>
    public IReadOnlyList<PlannedPlace> Places { get; }

    /// <summary>The luck of the places.</summary>
    public Randomness Random { get; }

    /// <summary>Some places of each fleet, in golden steps, so that no order in which places are listed is met, and for how many places each stands.</summary>
    /// <param name="count">How many of each [1].</param>
    public IEnumerable<(int Place, double Weight)> Some(int count)
    {
        foreach (var own in Enumerable.Range(0, Places.Count).GroupBy(place => Places[place].Fleet))
        {
            int[] all = [.. own];
            int[] some =
                all.Length <= count ? all : [.. Enumerable.Range(1, count).Select(i => all[(int)(i * GoldenRatio % 1 * all.Length)])];
            foreach (var place in some)
            {
                yield return (place, (double)all.Length / some.Length);
            }
        }
    }

    /// <summary>What a fleet is promised: the mean over its places.</summary>
    /// <param name="delivery">Expected share of each place [1].</param>
    /// <param name="permitted">Share that each may send [1].</param>
    public IReadOnlyList<Promise> Promises(Func<int, double> delivery, Func<int, double> permitted) =>
        [
            .. Enumerable
                .Range(0, Places.Count)
                .GroupBy(place => Places[place].Fleet)
                .Select(own => new Promise(
                    Fleets[own.Key].Name,
                    own.Average(delivery),
                    Fleets[own.Key].Demand.Delivery,
                    own.Average(permitted)
                )),
        ];
}

/// <summary>A place for which a site is planned.</summary>
/// <param name="Node">Who stands there.</param>
/// <param name="Fleet">Number of its fleet [1].</param>
/// <param name="MessagesPerSecond">Rate of the members for which it stands, together [1/s].</param>
/// <param name="Members">For how many it stands [1].</param>
internal readonly record struct PlannedPlace(Node Node, int Fleet, double MessagesPerSecond, double Members);
