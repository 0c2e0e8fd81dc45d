using M2mVsIoTSim.Network;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Technologies;

public class SigfoxLimitsTests
{
    private static readonly Sigfox Europe = new("sigfox-rc1", new SigfoxRc1Options());
    private static readonly Sigfox America = new("sigfox-rc2", new SigfoxRc2Options());

    [TestCase(12, true)]
    [TestCase(13, false)]
    public void An_uplink_carries_twelve_octets(int bytes, bool isCarried) =>
        Assert.That(Europe.Refuses([Up(bytes, 3600)]) is null, Is.EqualTo(isCarried));

    [TestCase(8, true)]
    [TestCase(9, false)]
    public void A_downlink_carries_eight_octets(int bytes, bool isCarried) =>
        Assert.That(Europe.Refuses([Down(bytes, 86_400)]) is null, Is.EqualTo(isCarried));

    [Test]
    public void A_message_every_five_minutes_exceeds_the_duty_cycle() =>
        Assert.That(
            Europe.Refuses([Up(12, 300)]),
            Is.EqualTo(
                "a message every 5 min exceeds the 5.77 uplinks an hour for which a duty cycle of 1 % leaves time, with 3 frames of 2.08 s each."
            )
        );

    [Test]
    public void Messages_beyond_the_contract_are_refused() =>
        Assert.That(
            America.Refuses([Up(12, 600)]),
            Is.EqualTo("a message every 10 min is 144 a day; the contract allows 140 uplinks a day.")
        );

    [Test]
    public void A_message_for_a_device_every_hour_is_refused() =>
        Assert.That(Europe.Refuses([Down(8, 3600)]), Is.EqualTo("a message every 1 h is 24 a day; the contract allows 4 downlinks a day."));

    [Test]
    public void Relations_that_fit_alone_may_be_too_much_together()
    {
        Assert.That(Europe.Refuses([Up(12, 900)]), Is.Null);
        Assert.That(Europe.Refuses([Up(12, 900), Up(12, 900)]), Does.Contain("5.77 uplinks an hour"));
    }

    [Test]
    public void What_happens_once_is_not_refused() => Assert.That(Europe.Refuses([new DeviceFlow(new Content(1, 8), 0)]), Is.Null);

    [Test]
    public void A_frame_longer_than_the_dwell_time_is_refused()
    {
        var slow = new Sigfox("sigfox-rc2", new SigfoxRc2Options { Rate = new BitRate(100) });

        Assert.That(slow.Refuses([Up(12, 3600)]), Is.EqualTo("a frame of 2.08 s is longer than the dwell time of 400 ms."));
    }

    private static DeviceFlow Up(int bytes, double period) => new(new Content(bytes, 8), 1 / period);

    private static DeviceFlow Down(int bytes, double period) => new(new Content(bytes, 8), 1 / period, IsToDevice: true);
}
