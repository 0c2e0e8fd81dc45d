using System.Globalization;
using M2mVsIoTSim.Media.LrWpan;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>How many border routers a site needs.</summary>
/// <remarks>
/// The smallest number with which every fleet's share of places that find a way, times what noise lets through there, reaches what is required, and with which the exchanges of all hops towards each border router,
/// polls included, fill no more of its channel than planned. The places are drawn as often as the survey has room for fleets of their size, as a mesh depends on how dense it is.
/// Border routers on one channel, beyond sixteen, are not counted against each other.
/// </remarks>
/// <param name="Count">Number [1].</param>
/// <param name="Promises">What should arrive of each fleet.</param>
/// <param name="Use">Of the busiest channel [1].</param>
/// <param name="IsSufficient">Whether that is enough.</param>
internal sealed record BorderRouterDimensioning(int Count, IReadOnlyList<Promise> Promises, double Use, bool IsSufficient)
{
    private const int GreatestSample = 2000;
    private const int GreatestDraws = 10;

    /// <summary>How it was found, in a sentence.</summary>
    public string Text =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"of the surveyed places, {Promise.Text(Promises)} find a way; the busiest border router's channel is used {Use:P1}"
        );

    public static BorderRouterDimensioning For(
        Ieee802154Options options,
        LowPanCompression compression,
        Site site,
        IReadOnlyList<bool> routes
    )
    {
        var layouts = Layouts(site, options, routes);
        var greatest = options.BorderRouters ?? options.BorderRouterLimit;
        BorderRouterDimensioning? best = null;
        for (var count = options.BorderRouters ?? 1; count <= greatest; count++)
        {
            var found = With(count, layouts, options, compression, site);
            if (found.IsSufficient)
            {
                return found;
            }

            best = best is null || Promise.LeastMargin(found.Promises) > Promise.LeastMargin(best.Promises) ? found : best;
        }

        return best!;
    }

    /// <summary>The loss of each device to the border routers that might hear it.</summary>
    public static IReadOnlyList<IReadOnlyList<(int Root, double Loss)>> ToBorders(
        Propagation propagation,
        IReadOnlyList<Node> devices,
        Position[] borders,
        double limit
    )
    {
        var grid = new StationGrid(borders, propagation);
        var losses = new List<(int, double)>[devices.Count];
        for (var i = 0; i < losses.Length; i++)
        {
            losses[i] = [];
            var links = grid.From(devices[i].Entity, devices[i].Position, propagation.Penetration(devices[i].Entity, devices[i].Indoor));
            while (links.Next(limit))
            {
                if (links.Loss <= limit)
                {
                    losses[i].Add((links.Station, links.Loss));
                }
            }

            losses[i].Sort();
        }

        return losses;
    }

    private static List<Layout> Layouts(Site site, Ieee802154Options options, IReadOnlyList<bool> routes)
    {
        var fleets = site.Fleets.Select((fleet, i) => (Fleet: fleet, Number: i)).Where(one => one.Fleet.Count > 0).ToList();
        var random = site.Survey?.Random ?? site.Simulation.Random;
        var first = 0;
        var own = new List<IReadOnlyList<Node>>();
        foreach (var (fleet, _) in fleets)
        {
            own.Add(site.Survey?.PlacesOf(fleet.Name) ?? [.. site.Near.Skip(first).Take(fleet.Count)]);
            first += fleet.Count;
        }

        var sizes = fleets.Select((one, i) => Math.Min(Math.Min(one.Fleet.Count, own[i].Count), GreatestSample)).ToList();
        var draws = fleets.Count == 0 ? 0 : Math.Clamp(sizes.Select((size, i) => own[i].Count / size).Min(), 1, GreatestDraws);
        draws = Math.Min(draws, Math.Max(1, GreatestSample / Math.Max(1, sizes.Sum())));
        var (propagation, budget) = (new Propagation(site.Propagation, options.Carrier, random), new LowPanLinkBudget(options));
        var layouts = new List<Layout>();
        for (var draw = 0; draw < draws; draw++)
        {
            var (nodes, members, fleetOf) = (new List<Node>(), new List<double>(), new List<int>());
            for (var i = 0; i < fleets.Count; i++)
            {
                // Evenly from all places, as a survey may list them in an order.
                for (var k = 0; k < sizes[i]; k++)
                {
                    nodes.Add(own[i][(int)((long)(k * draws + draw) * own[i].Count / ((long)sizes[i] * draws))]);
                    members.Add((double)fleets[i].Fleet.Count / sizes[i]);
                    fleetOf.Add(i);
                }
            }

            bool IsRouter(int device) => routes[fleets[fleetOf[device]].Number];
            var neighbours = new MeshNeighbours(propagation, nodes, (a, b) => IsRouter(a) || IsRouter(b), budget.UsableLoss);
            layouts.Add(new Layout(propagation, nodes, members, fleetOf, IsRouter, neighbours, [.. fleets.Select(one => one.Fleet)]));
        }

        return layouts;
    }

    private static BorderRouterDimensioning With(
        int count,
        List<Layout> layouts,
        Ieee802154Options options,
        LowPanCompression compression,
        Site site
    )
    {
        var borders = Sunflower.Places(count, site.Radius, options.BorderRouterHeight);
        var budget = new LowPanLinkBudget(options);
        var (up, down) = (Exchange(options, compression, site, isUp: true), Exchange(options, compression, site, isUp: false));
        var poll = LrWpanMac
            .MeanExchange(options.Settings(true).PollOctets, options.MinimumBackoffExponent, acknowledged: true)
            .TotalSeconds;
        var isTwoWay = site.Load.DownPacketsPerSecond > 0;
        var (delivered, places, busiest) = (new Dictionary<int, double>(), new Dictionary<int, int>(), 0.0);
        foreach (var layout in layouts)
        {
            var roots = ToBorders(layout.Propagation, layout.Nodes, borders, budget.UsableLoss + budget.BorderAdvantage);
            var tree = new LowPanTree(budget, roots, layout.Neighbours, layout.IsRouter);
            var use = new double[count];
            var rate = layout.Fleets.Sum(fleet => fleet.Demand.MessagesPerSecond);
            for (var i = 0; i < layout.Nodes.Count; i++)
            {
                var fleet = layout.FleetOf[i];
                delivered[fleet] = delivered.GetValueOrDefault(fleet) + tree.Delivery(i);
                places[fleet] = places.GetValueOrDefault(fleet) + 1;
                if (tree.Hops(i) > 0)
                {
                    var share = rate > 0 ? layout.Fleets[fleet].Demand.MessagesPerSecond / layout.Fleets[fleet].Count / rate : 0;
                    var polls = isTwoWay && !layout.IsRouter(i) ? poll / options.PollInterval.TotalSeconds : 0;
                    use[tree.Root(i)] += layout.Members[i] * (share * (up + down) * tree.Hops(i) + polls);
                }
            }

            busiest = Math.Max(busiest, use.Max());
        }

        var promises = delivered
            .OrderBy(one => one.Key)
            .Select(one =>
            {
                var fleet = layouts[0].Fleets[one.Key];
                return new Promise(fleet.Name, one.Value / places[one.Key], fleet.Demand.Delivery);
            })
            .ToList();
        return new BorderRouterDimensioning(
            count,
            promises,
            busiest,
            Promise.LeastMargin(promises) >= 0 && busiest <= Math.Min(options.ChannelUse, site.Demand.Utilisation)
        );
    }

    /// <summary>Time on one hop for all packets of a direction [s/s].</summary>
    private static double Exchange(Ieee802154Options options, LowPanCompression compression, Site site, bool isUp)
    {
        var (packets, octets) = isUp
            ? (site.Load.UpPacketsPerSecond, site.Load.UpOctetsPerSecond)
            : (site.Load.DownPacketsPerSecond, site.Load.DownOctetsPerSecond);
        if (packets == 0)
        {
            return 0;
        }

        var hop = new LowPanHop(isUp, IsFirst: false, IsLast: false, options.MacOctets);
        if (compression.Fragments((int)Math.Ceiling(octets / packets), isUdp: true, hop) is not { } fragments)
        {
            return 0;
        }

        var seconds = 0.0;
        for (var i = 0; i < fragments.Count; i++)
        {
            seconds += LrWpanMac
                .MeanExchange(options.MacOctets + fragments[i], options.MinimumBackoffExponent, options.Acknowledged)
                .TotalSeconds;
        }

        return packets * seconds;
    }

    private sealed record Layout(
        Propagation Propagation,
        IReadOnlyList<Node> Nodes,
        IReadOnlyList<double> Members,
        IReadOnlyList<int> FleetOf,
        Func<int, bool> IsRouter,
        MeshNeighbours Neighbours,
        IReadOnlyList<Fleet> Fleets
    );
}
