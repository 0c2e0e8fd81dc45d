using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Media.Cells;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Tests.Media;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Technologies;

/// <summary>Random access of NR in two steps: MsgA and MsgB.</summary>
public class NrTwoStepTests
{
    /// <summary>Small data go with the request; nothing fails and nothing lies behind the radio.</summary>
    private static readonly NrOptions Two = new()
    {
        Procedure = CellularProcedure.EarlyData,
        Duplex = "FDD",
        Bandwidth = 20.0.Megahertz,
        SliceShare = 1,
        BlockErrorRate = 1e-6,
        ControlError = 0,
        RequestError = 0,
        Detection = 1,
        CoreRoundTripMedian = Duration.Zero,
        Loss = 0,
        PeriodicUpdate = null,
        TwoStepAccess = true,
    };

    private static readonly NrOptions Four = Two with { TwoStepAccess = false };

    [Test]
    public void Two_steps_save_the_response_and_the_grant()
    {
        var timing = new NrAir(Two, "nr-embb", _ => M2mVsIoTSim.Radio.Nr.NrFading.None).Timing;
        var (four, two) = (Exchange(Four, 20), Exchange(Two, 20));

        Assert.That(Names(four), Is.EqualTo(new[] { "preamble (Msg1)", "response (Msg2)", "request (Msg3)", "answer (Msg4)", "feedback" }));
        Assert.That(Names(two), Is.EqualTo(new[] { "preamble (MsgA)", "request (MsgA)", "answer (MsgB)", "feedback" }));

        // Behind the preamble one slot until the request and its own, in place of detection, response, N1 + N2 + 0.5 ms, and request.
        var saved = (four.Until(four.Arrivals[0]) - two.Until(two.Arrivals[0])).TotalSeconds;
        var least = (timing.Decode + timing.Grant).TotalSeconds + 0.5e-3 + 1e-3;
        Assert.That(saved, Is.InRange(least, least + 3e-3));
    }

    [Test]
    public void A_packet_that_does_not_fit_behind_the_preamble_goes_by_four_steps_of_a_connection()
    {
        var room = Access(Two).TwoStep!.RequestBytes;
        var two = Exchange(Two, room);

        Assert.That(Names(two).Take(3), Is.EqualTo(new[] { "preamble (MsgA)", "request (MsgA)", "answer (MsgB)" }));
        Assert.That(Names(two), Does.Contain("resume complete (Msg5)"), "the packet follows the resumption");
        Assert.That(two.Steps.Single(step => step.Name == "request (MsgA)").Bytes, Is.LessThanOrEqualTo(room));
    }

    [Test]
    public void Requests_of_one_preamble_destroy_each_other_and_are_sent_again()
    {
        const int Devices = 2;
        var (log, cell) = Burst(Two with { TwoStepPreambles = 1 }, Devices, 20);

        // One preamble of two devices is heard and answered as one: they collide in four steps too, and try again after their back-off.
        Assert.That(cell.Accesses.Collided, Is.GreaterThanOrEqualTo(1));
        Assert.That(cell.Accesses.Fallbacks, Is.GreaterThanOrEqualTo(Devices));
        Assert.That(cell.Accesses.Preambles, Is.GreaterThan(Devices));
        Assert.That(log.Arrived, Has.Count.EqualTo(Devices));
    }

    [Test]
    public void A_request_that_is_not_decoded_goes_on_behind_a_fallback()
    {
        // Half of the requests of the burst are not decoded; their preambles are heard.
        var (log, cell) = Burst(Two with { BlockErrorRate = 0.5, TwoStepPreambles = 64, TwoStepBlocks = 1, SliceShare = 1 }, 20, 1);

        Assert.That(cell.Accesses.Fallbacks, Is.GreaterThan(0));
        Assert.That(cell.Accesses.RequestsAtOnce, Is.GreaterThan(0));
        Assert.That(log.Arrived, Has.Count.EqualTo(20));
    }

    [Test]
    public void A_collision_in_two_steps_is_as_likely_as_two_of_n_taking_one_preamble()
    {
        const int Devices = 3;
        const int Bursts = 2000;
        var network = Two with { TwoStepPreambles = 8 };
        var collided = Enumerable.Range(1, Bursts).Count(seed => Burst(network, Devices, 20, (ulong)seed, 0.03).Cell.Accesses.Collided > 0);

        const double Expected = 1 - 7 / 8.0 * (6 / 8.0);
        // Four deviations. Back-off may bring some together again within the time that is watched, which is too short for it.
        Assert.That(collided / (double)Bursts, Is.EqualTo(Expected).Within(4 * Math.Sqrt(Expected * (1 - Expected) / Bursts)));
    }

    [Test]
    public void What_is_set_aside_counts_preambles_of_both_kinds_and_requests()
    {
        var (four, two) = (new Nr("nr-embb", Four).Air, new Nr("nr-embb", Two).Air);
        var slot = 0.5e-3;
        var requests = Math.Min(two.UplinkUnits, Two.TwoStepBlocks * Two.TwoStepPreambles) * (slot / Two.AccessPeriod.TotalSeconds);

        Assert.That(two.AccessShare - four.AccessShare, Is.EqualTo(requests / two.UplinkUnits).Within(1e-12));
    }

    [Test]
    public void Dimensioning_fills_the_preambles_of_two_steps_first()
    {
        const double Rate = 100;
        double[] OfAccess(NrOptions options) => Load(options, Rate, 20);
        var (four, two) = (OfAccess(Four), OfAccess(Two));
        var period = Two.AccessPeriod.TotalSeconds;

        Assert.That(four[2], Is.EqualTo(Math.E * Rate * period / Four.Preambles).Within(1e-9));
        Assert.That(two[2], Is.EqualTo(Math.E * Rate * period / Two.TwoStepPreambles).Within(1e-9));
    }

    [Test]
    public void Dimensioning_counts_small_data_once_where_they_go_in_what_is_set_aside()
    {
        var (four, two) = (Load(Four, 100, 20), Load(Two, 100, 20));
        var (large, largeTwo) = (Load(Four, 100, 200), Load(Two, 100, 200));

        // Hardly a request needs a fallback here.
        Assert.That(two[0], Is.LessThan(1e-5));
        Assert.That(two[1], Is.LessThan(four[1]), "no response");
        // Beyond what fits, data are granted as before.
        Assert.That(largeTwo[0], Is.InRange(0.5 * large[0], large[0]));
    }

    private static double[] Load(NrOptions options, double rate, int bytes)
    {
        var simulation = new Simulation();
        var observers = new Observers();
        var site = new Site(simulation, observers, [new Node(simulation, Entity.Of("near"), observers)], 1000, new Demand(rate, bytes))
        {
            Load = new WireLoad([new WireFlow(rate, WireCost.OfContent(bytes))]),
        };
        var load = new CellLoad(new Nr("nr-embb", options).Air, options.Settings(onBattery: false, expectsPackets: false), site);
        var shares = load.None();
        load.Add(shares, 100, 1, 0);
        return shares;
    }

    private static RandomAccessSettings Access(NrOptions options) => new Nr("nr-embb", options).Air.Levels[0];

    private static ExchangeTimeline Exchange(NrOptions options, int bytes) => new Nr("nr-embb", options).Exchange(100, bytes);

    private static string[] Names(ExchangeTimeline timeline) =>
        [
            .. timeline
                .Steps.Where(step => step.Direction != AirDirection.None && step.Name is not ("grant" or "assignment"))
                .Select(step => step.Name),
        ];

    /// <summary>Devices that all have a packet at once.</summary>
    private static (FrameLog Log, CellNetwork Cell) Burst(NrOptions options, int devices, int bytes, ulong seed = 1, double seconds = 20)
    {
        var log = new FrameLog(seed);
        var cell = new Nr("nr-embb", options).Cell(log.Simulation, log.Observers, onBattery: false, expectsPackets: false);
        for (var i = 0; i < devices; i++)
        {
            log.Leg = cell.Join(new Node(log.Simulation, Entity.Of("device", i), log.Observers), log.Far, 0, 100).Up;
            log.Send(i, bytes, SimTime.Start);
        }

        log.Simulation.RunUntil(SimTime.Start + seconds.Seconds);
        return (log, cell);
    }
}
