using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Scenarios.Validation.LoRa;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Technologies;

public class LoRaWanAdrTests
{
    private static readonly LoRaWanEu868Options Adaptive = LoRaWanBench.Plain with { Adr = true, SpreadingFactor = 12 };

    [TestCase(0, 0, 31.8, 5, 5)]
    [TestCase(5, 5, 9.3, 5, 6)]
    [TestCase(5, 0, -0.1, 5, 0)]
    [TestCase(5, 4, -0.1, 5, 3)]
    [TestCase(2, 0, 2.9, 2, 0)]
    [TestCase(2, 0, 3.0, 3, 0)]
    public void First_the_data_rate_rises_then_the_power_falls(int dataRate, int index, double excess, int nextDataRate, int nextIndex)
    {
        Assert.That(new AdrSetting(dataRate, index).After(excess, 5, 6), Is.EqualTo(new AdrSetting(nextDataRate, nextIndex)));
    }

    /// <summary>
    /// 500 m: −95.2 dBm, 21.8 dB over the noise. SF12 needs −20 dB and a margin of 10: ten steps, to DR5 and index 5. There −10 dB leave 9.3 dB: three steps, of which
    /// the power has one. Then it stays.
    /// </summary>
    [TestCase(19, 0, 0)]
    [TestCase(20, 5, 5)]
    [TestCase(39, 5, 5)]
    [TestCase(40, 5, 6)]
    [TestCase(100, 5, 6)]
    public void A_near_device_converges_step_by_step(int uplinks, int dataRate, int index)
    {
        var device = Scene(Adaptive, 500, uplinks).Devices[0];

        Assert.That((device.DataRate, device.PowerIndex), Is.EqualTo((dataRate, index)));
    }

    [Test]
    public void The_request_takes_five_octets_and_the_answer_two()
    {
        var scene = Scene(Adaptive, 500, 21);

        Assert.That(scene.Frames.Skip(19).Select(frame => frame.Bytes), Is.EqualTo(new[] { 29, 17, 31 }));
    }

    [Test]
    public void A_lower_power_draws_a_lower_current()
    {
        // 13 dBm less twelve: below 7 dBm the curve is level. The frame has the answer in it, two octets.
        var scene = new LoRaWanScene(Adaptive with { SpreadingFactor = 7, AdrHistory = 1, AdrMargin = 0 }, LoRaWanBench.At(500));
        scene.Report(Duration.Zero).Until(1.Minutes);
        var before = scene.Meter(0).Meters.Single().CoulombsIn(1);
        scene.Report(1.Minutes).Until(2.Minutes);

        var transmitted = scene.Meter(0).Meters.Single().CoulombsIn(1) - before;
        Assert.That(transmitted, Is.EqualTo(Eu868.Uplink(7).Airtime(31).TotalSeconds * 0.020).Within(1e-12));
    }

    [TestCase(63, false)]
    [TestCase(64, true)]
    public void From_the_limit_on_uplinks_ask_for_an_answer(int uplinks, bool asks)
    {
        var backoff = new AdrBackoff(64, 32);
        for (var i = 0; i < uplinks; i++)
        {
            backoff.Next();
        }

        Assert.That(backoff.Asks, Is.EqualTo(asks));
    }

    [Test]
    public void The_fall_back_goes_to_full_power_and_then_down_the_data_rates()
    {
        var backoff = new AdrBackoff(64, 32);

        var steps = Enumerable.Range(1, 200).Select(uplink => (uplink, Step: backoff.Next())).Where(one => one.Step != AdrFallback.None);

        Assert.That(
            steps,
            Is.EqualTo(
                new[]
                {
                    (96, AdrFallback.FullPower),
                    (128, AdrFallback.NextDataRate),
                    (160, AdrFallback.NextDataRate),
                    (192, AdrFallback.NextDataRate),
                }
            )
        );
    }

    [Test]
    public void Whatever_is_heard_begins_the_fall_back_anew()
    {
        var backoff = new AdrBackoff(64, 32);
        for (var i = 0; i < 100; i++)
        {
            backoff.Next();
        }

        backoff.Heard();

        Assert.That(backoff.Asks, Is.False);
    }

    [TestCase(127, 5)]
    [TestCase(128, 4)]
    [TestCase(159, 4)]
    [TestCase(160, 3)]
    [TestCase(256, 0)]
    [TestCase(320, 0)]
    public void A_device_that_nobody_answers_comes_down_to_the_slowest_data_rate(int uplinks, int dataRate)
    {
        // Out of reach of the gateway.
        var scene = Scene(Adaptive with { SpreadingFactor = 7 }, 20_000, uplinks);

        Assert.That(scene.Devices[0].DataRate, Is.EqualTo(dataRate));
    }

    /// <summary>
    /// 500 m at SF7 leave 19.3 dB: six steps down. Then another device reports at the same moments for so long that the first falls back to full power, or further to SF8.
    /// Left alone again, it has the same 19.3 dB, of which the six steps come a second time.
    /// </summary>
    [TestCase(7)]
    [TestCase(12)]
    public void After_a_fall_back_the_network_adapts_a_device_anew(int jammed)
    {
        const int Alone = 25;
        var options = Adaptive with
        {
            SpreadingFactor = 7,
            Channels = 1,
            Rejection = LoRaRejectionRule.Aloha,
            AdrAckLimit = 4,
            AdrAckDelay = 2,
        };
        var scene = new LoRaWanScene(options, LoRaWanBench.At(500), LoRaWanBench.At(500));
        for (var i = 0; i < Alone + jammed + Alone; i++)
        {
            scene.Report((5 * i).Minutes);
            if (i >= Alone && i < Alone + jammed)
            {
                scene.Report((5 * i).Minutes, device: 1);
            }
        }

        scene.Until((5 * Alone).Minutes - 1.Seconds);
        var before = scene.Devices[0].PowerIndex;
        scene.Until((5 * (Alone + jammed)).Minutes - 1.Seconds);
        var fallen = scene.Devices[0].PowerIndex;
        scene.Until((5 * (Alone + jammed + Alone)).Minutes - 1.Seconds);

        Assert.That((before, fallen, scene.Devices[0].PowerIndex), Is.EqualTo((6, 0, 6)));
    }

    [Test]
    public void At_the_slowest_data_rate_frames_are_sent_once_only()
    {
        var scene = Scene(Adaptive with { Transmissions = 2 }, 20_000, 128);

        // At SF12 from the beginning: 127 frames twice, the last once.
        Assert.That(scene.Frames, Has.Count.EqualTo(2 * 127 + 1));
    }

    [Test]
    public void An_uplink_that_asks_gets_an_answer()
    {
        // The network has nothing to change, as it never looks back on so many uplinks.
        var scene = Scene(Adaptive with { AdrHistory = 100, SpreadingFactor = 7 }, 500, 65);

        Assert.That(scene.Frames.Where(frame => frame.Bytes == 12).Count(), Is.EqualTo(1));
    }

    [TestCase(AdrCombining.Maximum, 8)]
    [TestCase(AdrCombining.Average, 5)]
    [TestCase(AdrCombining.Minimum, 3)]
    public void Ratios_come_to_their_greatest_mean_or_least(AdrCombining combining, double expected)
    {
        Assert.That(AdrWindow.Combine([3, 4, 8], combining), Is.EqualTo(expected));
    }

    /// <summary>A device reports every five minutes.</summary>
    private static LoRaWanScene Scene(LoRaWanOptions options, double distance, int uplinks)
    {
        var scene = new LoRaWanScene(options, LoRaWanBench.At(distance));
        for (var i = 0; i < uplinks; i++)
        {
            scene.Report((5 * i).Minutes);
        }

        return scene.Until((5 * uplinks).Minutes - 1.Seconds);
    }
}
