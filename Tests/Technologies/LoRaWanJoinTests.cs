using M2mVsIoTSim.Network;
using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Scenarios.Validation.LoRa;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Technologies;

public class LoRaWanJoinTests
{
    private static readonly LoRaWanEu868Options OverTheAir = LoRaWanBench.Plain with
    {
        Activation = LoRaWanActivation.OverTheAir,
        JoinSpread = Duration.Zero,
    };

    private static readonly Position Near = LoRaWanBench.At(500);

    [Test]
    public void A_join_request_of_23_octets_is_accepted_with_33_five_seconds_after_it()
    {
        var scene = new LoRaWanScene(OverTheAir, Near).Until(1.Minutes);

        var accepted = SimTime.Start + Eu868.Uplink(7).Airtime(23) + 5.Seconds;
        Assert.That(scene.Frames.Select(frame => (frame.At, frame.Bytes)), Is.EqualTo(new[] { (SimTime.Start, 23), (accepted, 33) }));
    }

    [Test]
    public void In_North_America_the_accept_has_17_octets()
    {
        var options = new LoRaWanUs915Options
        {
            Gateways = 1,
            ForeignLoad = 0,
            Activation = LoRaWanActivation.OverTheAir,
            JoinSpread = Duration.Zero,
        };

        Assert.That(new LoRaWanScene(options, Near).Until(1.Minutes).Frames[1].Bytes, Is.EqualTo(17));
    }

    [Test]
    public void A_report_waits_until_the_device_has_joined()
    {
        var scene = new LoRaWanScene(OverTheAir, Near).Report(1.Seconds).Until(1.Minutes);

        var joined = Eu868.Uplink(7).Airtime(23) + 5.Seconds + Eu868.Plan.Uplinks[5].Downlink.Airtime(33);
        Assert.That(scene.Arrivals.Single().Message.TimeIn(0), Is.EqualTo(joined - 1.Seconds));
    }

    [Test]
    public void A_report_too_many_before_the_device_has_joined_is_dropped_for_it()
    {
        var scene = new LoRaWanScene(OverTheAir with { JoinSpread = 10.Minutes }, LoRaWanBench.At(20_000));

        scene.Report(Duration.Zero).Report(Duration.Zero).Until(1.Minutes);

        Assert.That(scene.Drops, Is.EqualTo(new[] { DropReason.NotJoined }));
    }

    [Test]
    public void A_device_is_activated_from_the_beginning_unless_it_has_to_join()
    {
        Assert.That(new LoRaWanScene(LoRaWanBench.Plain, Near).Until(1.Minutes).Frames, Is.Empty);
    }

    [Test]
    public void A_device_that_finds_no_network_keeps_to_one_per_cent_in_the_first_hour()
    {
        var scene = new LoRaWanScene(OverTheAir with { SpreadingFactor = 12 }, LoRaWanBench.At(20_000)).Until(1.Hours);

        // 1.482752 s each: 36 s of airtime hold 24 of them.
        Assert.That(scene.Frames.Count, Is.InRange(23, 25));
    }

    [TestCase(0, 100)]
    [TestCase(1, 1000)]
    [TestCase(11, 10_000)]
    public void Then_it_asks_less_and_less_often(int hours, long oneIn)
    {
        Assert.That(JoinBackoff.OneIn(hours.Hours), Is.EqualTo(oneIn));
    }

    [Test]
    public void A_join_request_without_an_answer_is_sent_again()
    {
        // Four seconds there and four back are too late for both windows. Requests at SF7, SF8 and SF9 keep the next one waiting for 9, 11 and 21 s at most, the fourth for 37 s.
        var scene = new LoRaWanScene(OverTheAir with { PathDelay = 4.Seconds }, Near).Until(1.Minutes);

        Assert.Multiple(() =>
        {
            Assert.That(scene.Devices[0].IsJoined, Is.False);
            Assert.That(scene.Devices[0].JoinRequests, Is.EqualTo(4));
        });
    }

    [Test]
    public void Devices_are_switched_on_one_after_the_other()
    {
        var places = Enumerable.Range(0, 20).Select(i => LoRaWanBench.At(100 + 20 * i)).ToArray();
        var scene = new LoRaWanScene(OverTheAir with { JoinSpread = 10.Minutes }, places).Until(15.Minutes);

        var first = scene.Frames.Where(frame => frame.Bytes == 23).Take(20).Select(frame => frame.At).ToList();
        Assert.That(first[^1] - first[0], Is.GreaterThan(5.Minutes));
    }

    [Test]
    public void In_North_America_every_other_request_goes_out_on_a_wide_channel()
    {
        var options = new LoRaWanUs915Options
        {
            Gateways = 1,
            ForeignLoad = 0,
            SpreadingFactor = 10,
            Activation = LoRaWanActivation.OverTheAir,
            JoinSpread = Duration.Zero,
        };
        var scene = new LoRaWanScene(options, LoRaWanBench.At(200_000)).Until(2.Minutes);

        var (narrow, wide) = (Us915.Plan.Uplinks[0].Uplink.Airtime(23), Us915.Plan.Uplinks[4].Uplink.Airtime(23));
        Assert.That(scene.Frames.Take(3).Select(frame => frame.Airtime), Is.EqualTo(new[] { narrow, wide, narrow }));
    }

    [Test]
    public void Requests_without_an_answer_become_slower()
    {
        var scene = new LoRaWanScene(OverTheAir with { SpreadingFactor = 8 }, LoRaWanBench.At(20_000)).Until(3.Minutes);

        int[] factors = [8, 9, 10];
        Assert.That(
            scene.Frames.Take(3).Select(frame => frame.Airtime),
            Is.EqualTo(factors.Select(factor => Eu868.Uplink(factor).Airtime(23)))
        );
    }
}
