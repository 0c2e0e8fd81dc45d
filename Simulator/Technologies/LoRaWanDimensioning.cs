using M2mVsIoTSim.Network;
using M2mVsIoTSim.Radio;

namespace M2mVsIoTSim.Technologies;

/// <summary>How many gateways a site needs.</summary>
/// <param name="Gateways">Number [1].</param>
/// <param name="ExpectedDelivery">Share of frames that should arrive with that number [1].</param>
/// <param name="Permitted">Share of messages that the devices may send at all [1].</param>
/// <param name="IsSufficient">Whether that reaches the target, with demodulators in use no more than planned.</param>
internal sealed record LoRaWanDimensioning(int Gateways, double ExpectedDelivery, double Permitted, bool IsSufficient)
{
    /// <summary>So many places, evenly taken from all, stand for the fleet.</summary>
    private const int SampleSize = 1000;

    /// <summary>The smallest number that reaches the site's target; the best number up to the limit if none does.</summary>
    public static LoRaWanDimensioning For(LoRaWanOptions options, Site site)
    {
        if (site.Near.Count == 0)
        {
            return new LoRaWanDimensioning(1, 1, 1, true);
        }

        var best = new LoRaWanDimensioning(1, -1, 1, false);
        for (var count = 1; count <= options.GatewayLimit; count++)
        {
            var (expected, permitted, use) = ExpectedWith(count, options, site);
            if (expected >= site.Demand.Delivery && use <= site.Demand.Utilisation)
            {
                return new LoRaWanDimensioning(count, expected, permitted, true);
            }

            if (expected > best.ExpectedDelivery)
            {
                best = new LoRaWanDimensioning(count, expected, permitted, false);
            }
        }

        return best;
    }

    /// <summary>
    /// Expected delivery: permitted to be sent, within range of the best gateway, and alone there on channel and spreading factor. And the share of
    /// time for which the demodulators of the busiest gateway follow a frame.
    /// </summary>
    /// <remarks>
    /// P_ok = permitted · P(strong enough) · exp(−2 λ T / channels) with λ the rate of the others of the same spreading factor that this gateway hears. Places of the
    /// survey stand for the devices, of which all but one are others.
    /// </remarks>
    private static (double Delivery, double Permitted, double Use) ExpectedWith(int count, LoRaWanOptions options, Site site)
    {
        var (surveyed, random) = site.Survey is { } survey ? (survey.Places, survey.Random) : (site.Near, site.Simulation.Random);
        var budget = new LoRaWanLinkBudget(options, site.Propagation, random);
        var places = Sunflower.Places(count, site.Radius, options.GatewayHeight);
        var sample = Math.Min(SampleSize, surveyed.Count);
        var codes = options.Plan.Narrow;
        double[] permitted = [.. Enumerable.Range(0, codes).Select(code => PermittedShare(code, options, site))];
        var rate = site.Demand.MessagesPerSecond / sample;
        var others = 1 - 1.0 / site.Near.Count;
        var heard = new double[count, codes];
        var serving = new (int Gateway, int Code, double Heard)[sample];
        var powers = new double[count];
        for (var i = 0; i < sample; i++)
        {
            var device = surveyed[(int)((long)i * surveyed.Count / sample)];
            var (best, code) = Serve(budget, device, places, powers);
            serving[i] = (best, code, budget.Propagation.Exceeds(powers[best] - Sensitivity(options, code)));
            for (var gateway = 0; gateway < count; gateway++)
            {
                if (powers[gateway] >= Sensitivity(options, serving[i].Code))
                {
                    heard[gateway, serving[i].Code] += rate * permitted[serving[i].Code];
                }
            }
        }

        var delivery = serving.Average(link =>
            permitted[link.Code] * link.Heard * Math.Exp(-Overlaps(link.Code, heard[link.Gateway, link.Code] * others, options, site))
        );
        var busiest = Enumerable
            .Range(0, count)
            .Max(gateway => Enumerable.Range(0, codes).Sum(code => heard[gateway, code] * Airtime(code, options, site)));
        return (
            delivery,
            serving.Average(link => permitted[link.Code]),
            (busiest + options.ForeignLoad * LoRaWanForeignTraffic.NarrowChannels(options)) / options.Demodulators
        );
    }

    /// <summary>Share of a device's messages that the duty cycles of its bands and its receive windows leave time for [1].</summary>
    private static double PermittedShare(int code, LoRaWanOptions options, Site site)
    {
        var airtime = Airtime(code, options, site);
        var window2 = options.Plan.Downlink(options.ReceiveWindow2DataRate).Downlink.SymbolTime * (long)options.ReceiveWindow2Symbols;
        var windows = RegionalPlan.ReceiveDelay + RegionalPlan.BetweenWindows + window2;
        var limit = 1 / (airtime + windows.TotalSeconds);
        if (options.KeepsDutyCycle)
        {
            limit = Math.Min(limit, LoRaWanBand.Of(options, options.Plan.Uplinks[code]).Sum(band => 1 / (airtime * band.OneIn)));
        }

        return Math.Min(1, limit * site.Near.Count / site.Demand.MessagesPerSecond);
    }

    /// <summary>The best gateway and the code; fills in the power at each.</summary>
    private static (int Gateway, int Code) Serve(LoRaWanLinkBudget budget, Node device, Units.Position[] places, double[] powers)
    {
        var penetration = budget.PenetrationLoss(device);
        var best = 0;
        for (var gateway = 0; gateway < places.Length; gateway++)
        {
            powers[gateway] = budget.ReceivedPower(device, penetration, gateway, places[gateway]);
            best = powers[gateway] > powers[best] ? gateway : best;
        }

        return (best, budget.DataRate(powers[best]));
    }

    /// <summary>Expected number of frames that a frame overlaps with [1].</summary>
    private static double Overlaps(int code, double others, LoRaWanOptions options, Site site)
    {
        var airtime = Airtime(code, options, site);
        var foreignAirtime = LoRaWanForeignTraffic.Airtime(options.Plan.Uplinks[code]).TotalSeconds;
        var foreign = LoRaWanForeignTraffic.RatePerCode(options) * (airtime + foreignAirtime);
        return 2 * others * airtime / LoRaWanForeignTraffic.NarrowChannels(options) + foreign;
    }

    /// <summary>Time on air of a mean frame [s].</summary>
    private static double Airtime(int code, LoRaWanOptions options, Site site)
    {
        var rate = options.Plan.Uplinks[code];
        var payload = Math.Min((int)Math.Ceiling(site.Demand.BytesPerMessage), rate.MaximumPayload);
        return rate.Uplink.Airtime(payload + LoRaWanFrame.Overhead).TotalSeconds;
    }

    private static double Sensitivity(LoRaWanOptions options, int code) => options.GatewaySensitivity(options.Plan.Uplinks[code]);
}
