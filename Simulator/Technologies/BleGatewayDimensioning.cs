namespace M2mVsIoTSim.Technologies;

/// <summary>How many gateways scan a site.</summary>
/// <remarks>
/// The smallest number for which, of each fleet's surveyed places, enough messages are expected to have an event that is strong enough at the best gateway, on the channel where that listens at the time, and
/// alone there: 1 − (1 − q · window/interval · exp(−2 λ T))^events, with λ the events of others in reach. Neither capture nor further gateways are counted on: the safe side.
/// </remarks>
/// <param name="Count">Number [1].</param>
/// <param name="Promises">What should arrive of each fleet.</param>
/// <param name="IsSufficient">Whether that is what each requires.</param>
internal sealed record BleGatewayDimensioning(int Count, IReadOnlyList<Promise> Promises, bool IsSufficient)
{
    public static BleGatewayDimensioning For(BleAdvertisingOptions options, Site site)
    {
        var sample = new PlanningSample(site);
        BleGatewayDimensioning? best = null;
        for (var count = options.Gateways ?? 1; count <= (options.Gateways ?? options.GatewayLimit); count++)
        {
            var found = With(count, options, site, sample);
            if (found.IsSufficient)
            {
                return found;
            }

            best = best is null || Promise.LeastMargin(found.Promises) > Promise.LeastMargin(best.Promises) ? found : best;
        }

        return best!;
    }

    private static BleGatewayDimensioning With(int count, BleAdvertisingOptions options, Site site, PlanningSample sample)
    {
        var propagation = new Propagation(site.Propagation, options.Carrier, sample.Random);
        var grid = new StationGrid(Sunflower.Places(count, site.Radius, options.GatewayHeight), propagation);
        var airtime = BleAdvertisingOptions.Airtime(
            Math.Min((int)Math.Ceiling(site.Demand.BytesPerMessage), BleAdvertisingOptions.MaximumContent)
        );
        var (heard, best) = (new double[count], new (int Gateway, double Power)[sample.Places.Count]);
        for (var i = 0; i < best.Length; i++)
        {
            var node = sample.Places[i].Node;
            best[i] = (-1, double.NegativeInfinity);
            var links = grid.From(node.Entity, node.Position, propagation.Penetration(node.Entity, node.Indoor));
            while (links.Next(options.Radiated - options.Sensitivity))
            {
                var power = options.Radiated - links.Loss;
                if (power >= options.Sensitivity)
                {
                    heard[links.Station] += sample.Places[i].MessagesPerSecond * options.Events;
                }

                best[i] = power > best[i].Power ? (links.Station, power) : best[i];
            }
        }

        var (listens, others) = (options.ScanWindow / options.ScanInterval, 1 - 1.0 / Math.Max(1, site.Near.Count));
        var promises = sample.Promises(i => Delivery(best[i]), _ => 1);
        return new BleGatewayDimensioning(count, promises, Promise.LeastMargin(promises) >= 0);

        double Delivery((int Gateway, double Power) link)
        {
            if (link.Gateway < 0)
            {
                return 0;
            }

            var alone = Math.Exp(-2 * others * heard[link.Gateway] * airtime.TotalSeconds);
            return 1 - Math.Pow(1 - propagation.Exceeds(link.Power - options.Sensitivity) * listens * alone, options.Events);
        }
    }
}
