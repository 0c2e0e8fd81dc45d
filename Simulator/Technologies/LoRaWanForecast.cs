using M2mVsIoTSim.Radio;

namespace M2mVsIoTSim.Technologies;

/// <summary>What share of its messages a site can expect to arrive with a number of gateways.</summary>
/// <remarks>
/// <para>For a place: D = permitted · (1 − (1 − p)ⁿ) with n transmissions of a message, and
/// p = exp(−Σⱼ λⱼ minₘ Vⱼₘ) · (1 − Πₘ (1 − hₘ (1 − Bₘ) exp(−Σⱼ λⱼ (Vⱼₘ − min V) − F − A))).
/// Over the <see cref="Chances"/> strongest gateways m of the place: hₘ the probability that the frame is strong enough there, Bₘ that no demodulator is
/// free (Erlang B), Vⱼₘ the time in which the start of a frame of place j destroys it there (<see cref="LoRaWanContest"/>), λⱼ the rate of j on its channel,
/// F the foreign frames and A the gateway's acknowledgements, both of which are another matter at every gateway. A frame that destroys it at every
/// gateway is one event, the others are independent: exact for one interferer at a time, Poisson arrivals.</para>
/// <para>A confirmed message is sent until it is acknowledged, which a gateway does as far as its duty cycle lets it; that number and the load depend on each other
/// and are found by iteration.</para>
/// <para>Left out: adaptive data rate and slower retransmissions (every device keeps the data rate of its link budget), fading of interferers,
/// losses of acknowledgements on the air, joins, further gateways than those counted. So a target that this rule cannot show to be met may be met all the same.</para>
/// </remarks>
internal sealed class LoRaWanForecast
{
    /// <summary>Gateways that are counted on for a place [1]; the weaker ones add little.</summary>
    private const int Chances = 4;

    /// <summary>So many places of each fleet stand for all of it as interferers [1].</summary>
    private const int Interferers = 150;

    /// <summary>Rounds in which transmissions and load are fitted to each other [1].</summary>
    private const int Rounds = 4;

    /// <summary>Steps of the power of foreign frames [1].</summary>
    private const int PowerSteps = 25;

    private readonly LoRaWanOptions _options;
    private readonly Site _site;
    private readonly PlanningSample _sample;
    private readonly LoRaWanContest _contest;
    private readonly LoRaWanLinkBudget _budget;
    private readonly int _channels;
    private readonly double[][] _airtimes;
    private readonly double[] _acknowledgements;
    private readonly double _answering;
    private readonly double[] _foreign;
    private readonly double[] _foreignPowers;

    /// <summary>Of the gateways, by data rate [mW].</summary>
    private readonly double[] _sensitivities;
    private readonly (int Place, double Weight)[] _interferers;

    public LoRaWanForecast(LoRaWanOptions options, Site site, PlanningSample sample)
    {
        (_options, _site, _sample) = (options, site, sample);
        _contest = new LoRaWanContest(options);
        _budget = new LoRaWanLinkBudget(options, site.Propagation, sample.Random);
        _channels = LoRaWanForeignTraffic.NarrowChannels(options);
        var plan = options.Plan;
        LoRaDataRate[] rates = [.. plan.Uplinks.Take(plan.Narrow)];
        _airtimes = [.. sample.Fleets.Select(fleet => (double[])[.. rates.Select(rate => Airtime(rate, fleet.Demand.BytesPerMessage))])];
        _sensitivities = [.. rates.Select(rate => Decibels.ToLinear(options.GatewaySensitivity(rate)))];
        _foreign = [.. rates.Select(rate => LoRaWanForeignTraffic.Airtime(rate).TotalSeconds)];
        _acknowledgements =
        [
            .. rates.Select(rate =>
                plan.Downlink(plan.FirstWindow[rate.Number][options.FirstWindowOffset]).Downlink.Airtime(LoRaWanFrame.Empty).TotalSeconds
            ),
        ];
        _answering = options.KeepsDutyCycle
            ? LoRaWanBand.Of(options, rates[0]).Sum(band => 1.0 / band.OneIn) + 1.0 / plan.SubBandOf(plan.SecondWindow).OneIn
            : 1;
        var step = (options.ForeignPowerHigh - options.ForeignPowerLow) / PowerSteps;
        _foreignPowers = [.. Enumerable.Range(0, PowerSteps).Select(i => Decibels.ToLinear(options.ForeignPowerLow + (i + 0.5) * step))];
        _interferers = [.. sample.Some(Interferers)];
    }

    /// <summary>What each fleet is promised, and the share of time for which the demodulators of the busiest gateway follow a frame.</summary>
    public (IReadOnlyList<Promise> Promises, double Use) With(int gateways)
    {
        var links = Links(gateways);
        var state = new PlaceState[links.Length];
        var load = new double[gateways];
        for (var round = 0; round < (_options.Confirmed ? Rounds : 1); round++)
        {
            for (var i = 0; i < links.Length; i++)
            {
                var tries =
                    round > 0 ? state[i].Tries
                    : _options.Confirmed ? 1
                    : _options.Transmissions;
                state[i] = new PlaceState(tries, Permitted(i, links[i].Code, tries), 0);
            }

            load = Load(links, state, gateways);
            var (acknowledged, answers) = Answers(links, state, gateways);
            for (var i = 0; i < links.Length; i++)
            {
                var arrives = Arrives(i, links, state, load, answers);
                var tries = _options.Confirmed
                    ? Expected(arrives * acknowledged[links[i].Chances[0].Gateway], _options.ConfirmedTransmissions)
                    : state[i].Tries;
                state[i] = state[i] with { Tries = tries, Arrives = arrives };
            }
        }

        var most = _options.Confirmed ? _options.ConfirmedTransmissions : _options.Transmissions;
        return (
            _sample.Promises(i => state[i].Permitted * (1 - Math.Pow(1 - state[i].Arrives, most)), i => state[i].Permitted),
            load.Max() / _options.Demodulators
        );
    }

    /// <summary>Probability that no demodulator of a gateway is free, by Erlang's first formula [1].</summary>
    private double Blocked(double erlang)
    {
        var blocked = 1.0;
        for (var server = 1; server <= _options.Demodulators; server++)
        {
            blocked = erlang * blocked / (server + erlang * blocked);
        }

        return blocked;
    }

    /// <summary>Expected number of transmissions of which each succeeds with a probability, until one does or there have been enough [1].</summary>
    private static double Expected(double succeeds, int most) => succeeds < 1e-9 ? most : (1 - Math.Pow(1 - succeeds, most)) / succeeds;

    /// <summary>The power of every place at every gateway, its data rate, and the gateways that it may count on.</summary>
    private Link[] Links(int gateways)
    {
        var places = Sunflower.Places(gateways, _site.Radius, _options.GatewayHeight);
        var links = new Link[_sample.Places.Count];
        for (var i = 0; i < links.Length; i++)
        {
            var node = _sample.Places[i].Node;
            var penetration = _budget.PenetrationLoss(node);
            double[] levels = [.. places.Select((place, gateway) => _budget.ReceivedPower(node, penetration, gateway, place))];
            int[] strongest = [.. Enumerable.Range(0, gateways).OrderByDescending(gateway => levels[gateway]).Take(Chances)];
            var code = _budget.DataRate(node, levels[strongest[0]]);
            var airtime = _airtimes[_sample.Places[i].Fleet][code];
            links[i] = new Link(
                code,
                [.. levels.Select(Decibels.ToLinear)],
                [
                    .. strongest.Select(gateway => new Chance(
                        gateway,
                        _budget.Propagation.Exceeds(levels[gateway] - Sensitivity(code)),
                        Foreign(code, airtime, levels[gateway])
                    )),
                ]
            );
        }

        return links;
    }

    /// <summary>Traffic that the demodulators of each gateway are offered [Erlang].</summary>
    private double[] Load(Link[] links, PlaceState[] state, int gateways)
    {
        var load = new double[gateways];
        Array.Fill(load, _options.ForeignLoad * _channels);
        for (var i = 0; i < links.Length; i++)
        {
            var least = _sensitivities[links[i].Code];
            var offered = Rate(i, state[i]) * _airtimes[_sample.Places[i].Fleet][links[i].Code];
            for (var gateway = 0; gateway < gateways; gateway++)
            {
                load[gateway] += links[i].Powers[gateway] >= least ? offered : 0;
            }
        }

        return load;
    }

    /// <summary>Share of the frames that each gateway can acknowledge, and what it sends for that: rate [1/s] and airtime [1].</summary>
    private (double[] Acknowledged, (double Rate, double Airtime)[] Sent) Answers(Link[] links, PlaceState[] state, int gateways)
    {
        var (acknowledged, sent) = (new double[gateways], new (double Rate, double Airtime)[gateways]);
        for (var i = 0; i < links.Length && _options.Confirmed; i++)
        {
            ref var answers = ref sent[links[i].Chances[0].Gateway];
            var rate = Rate(i, state[i]);
            answers = (answers.Rate + rate, answers.Airtime + rate * _acknowledgements[links[i].Code]);
        }

        for (var gateway = 0; gateway < gateways; gateway++)
        {
            acknowledged[gateway] = Math.Min(1, _answering / Math.Max(sent[gateway].Airtime, 1e-12));
            sent[gateway] = (sent[gateway].Rate * acknowledged[gateway], sent[gateway].Airtime * acknowledged[gateway]);
        }

        return (acknowledged, sent);
    }

    /// <summary>Probability that one transmission of a place arrives [1].</summary>
    private double Arrives(int i, Link[] links, PlaceState[] state, double[] load, (double Rate, double Airtime)[] answers)
    {
        var link = links[i];
        var fleet = _sample.Places[i].Fleet;
        var airtime = _airtimes[fleet][link.Code];
        var common = 0.0;
        Span<double> alone = stackalloc double[link.Chances.Length];
        Span<double> vulnerable = stackalloc double[link.Chances.Length];
        foreach (var (j, weight) in _interferers)
        {
            var other = links[j];
            var fleetOfOther = _sample.Places[j].Fleet;
            var least = double.PositiveInfinity;
            for (var k = 0; k < vulnerable.Length; k++)
            {
                var gateway = link.Chances[k].Gateway;
                vulnerable[k] = _contest.Vulnerable(
                    link.Code,
                    airtime,
                    other.Code,
                    _airtimes[fleetOfOther][other.Code],
                    link.Powers[gateway] / other.Powers[gateway],
                    other.Powers[gateway] >= _sensitivities[other.Code]
                );
                least = Math.Min(least, vulnerable[k]);
            }

            // A device does not meet itself.
            var others = fleet == fleetOfOther ? 1 - 1.0 / _sample.Fleets[fleet].Count : 1;
            var rate = others * weight * Rate(j, state[j]) / _channels;
            common += rate * least;
            for (var k = 0; k < alone.Length; k++)
            {
                alone[k] += rate * (vulnerable[k] - least);
            }
        }

        var nowhere = 1.0;
        for (var k = 0; k < alone.Length; k++)
        {
            var (gateway, heard, foreign) = link.Chances[k];
            var answering = answers[gateway].Rate * airtime + answers[gateway].Airtime;
            nowhere *= 1 - heard * (1 - Blocked(load[gateway])) * Math.Exp(-alone[k] - foreign - answering);
        }

        return Math.Exp(-common) * (1 - nowhere);
    }

    /// <summary>Expected number of foreign frames that destroy a frame at a gateway [1].</summary>
    private double Foreign(int code, double airtime, double power)
    {
        var (sum, milliwatts) = (0.0, Decibels.ToLinear(power));
        for (var other = 0; other < _foreign.Length && _options.ForeignLoad > 0; other++)
        {
            foreach (var foreign in _foreignPowers)
            {
                var isHeard = foreign >= _sensitivities[other];
                sum += _contest.Vulnerable(code, airtime, other, _foreign[other], milliwatts / foreign, isHeard) / PowerSteps;
            }
        }

        return sum * LoRaWanForeignTraffic.RatePerCode(_options);
    }

    /// <summary>Share of a device's messages that the duty cycles of its bands and its receive windows leave time for [1].</summary>
    private double Permitted(int place, int code, double tries)
    {
        var fleet = _sample.Fleets[_sample.Places[place].Fleet];
        var airtime = _airtimes[_sample.Places[place].Fleet][code];
        var window2 = _options.Plan.Downlink(_options.ReceiveWindow2DataRate).Downlink.SymbolTime * (long)_options.ReceiveWindow2Symbols;
        var windows = RegionalPlan.ReceiveDelay + RegionalPlan.BetweenWindows + window2;
        var limit = 1 / (airtime + windows.TotalSeconds);
        if (_options.KeepsDutyCycle)
        {
            limit = Math.Min(limit, LoRaWanBand.Of(_options, _options.Plan.Uplinks[code]).Sum(band => 1 / (airtime * band.OneIn)));
        }

        return Math.Min(1, limit * fleet.Count / (fleet.Demand.MessagesPerSecond * tries));
    }

    /// <summary>Frames of the members for which a place stands [1/s].</summary>
    private double Rate(int place, PlaceState state) => _sample.Places[place].MessagesPerSecond * state.Permitted * state.Tries;

    /// <summary>Time on air of a mean frame [s].</summary>
    private static double Airtime(LoRaDataRate rate, double bytes) =>
        rate.Uplink.Airtime(Math.Min((int)Math.Ceiling(bytes), rate.MaximumPayload) + LoRaWanFrame.Overhead).TotalSeconds;

    private double Sensitivity(int code)
    {
        var rate = _options.Plan.Uplinks[code];
        return _options.GatewaySensitivity(rate);
    }

    /// <param name="Code">Data rate [1].</param>
    /// <param name="Powers">At every gateway [mW].</param>
    /// <param name="Chances">The gateways it may count on, the best first.</param>
    private readonly record struct Link(int Code, double[] Powers, Chance[] Chances);

    /// <param name="Gateway">Its number [1].</param>
    /// <param name="Heard">Probability that a frame is strong enough there [1].</param>
    /// <param name="Foreign">Foreign frames that destroy it there [1].</param>
    private readonly record struct Chance(int Gateway, double Heard, double Foreign);

    /// <param name="Tries">Mean number of transmissions of a message [1].</param>
    /// <param name="Permitted">Share of the messages that may be sent [1].</param>
    /// <param name="Arrives">Probability that one transmission arrives [1].</param>
    private readonly record struct PlaceState(double Tries, double Permitted, double Arrives);
}
