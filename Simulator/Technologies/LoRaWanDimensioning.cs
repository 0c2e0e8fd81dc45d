namespace M2mVsIoTSim.Technologies;

/// <summary>How many gateways a site needs.</summary>
/// <param name="Gateways">Number [1].</param>
/// <param name="Promises">What should arrive of each fleet with that number.</param>
/// <param name="IsSufficient">Whether that is what each requires, with demodulators in use no more than planned.</param>
internal sealed record LoRaWanDimensioning(int Gateways, IReadOnlyList<Promise> Promises, bool IsSufficient)
{
    /// <summary>The smallest number with which every fleet is promised what it requires; the number that comes closest for the worst of them if there is none.</summary>
    public static LoRaWanDimensioning For(LoRaWanOptions options, Site site)
    {
        var forecast = new LoRaWanForecast(options, site, new PlanningSample(site));
        LoRaWanDimensioning? best = null;
        for (var count = 1; count <= options.GatewayLimit; count++)
        {
            var (promises, use) = forecast.With(count);
            if (Promise.LeastMargin(promises) >= 0 && use <= site.Demand.Utilisation)
            {
                return new LoRaWanDimensioning(count, promises, true);
            }

            if (best is null || Promise.LeastMargin(promises) > Promise.LeastMargin(best.Promises))
            {
                best = new LoRaWanDimensioning(count, promises, false);
            }
        }

        return best!;
    }
}
