using M2mVsIoTSim.Media.Wlan;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;
using static M2mVsIoTSim.Tests.Media.Wlan.WlanBench;

namespace M2mVsIoTSim.Tests.Media.Wlan;

public sealed class WlanPowerTests
{
    private static readonly WlanCurrents Currents = new(3, 0.001, 0.1, 0.2, 0.12, 0.05);
    private static readonly Duration Beacon = 1.Milliseconds;
    private static readonly WlanSettings Dozing = Direct with
    {
        Rest = WlanRest.Doze,
        BeaconInterval = 100.Milliseconds,
        Beacon = Beacon,
        ListenInterval = 3,
        Linger = 10.Milliseconds,
        WakeUp = 2.Milliseconds,
    };

    [Test]
    public void Awake_a_station_is_charged_for_what_it_sends_and_receives()
    {
        var bench = new WlanBench(Direct, 1, currents: Currents);
        bench.Up(0, 1, 1.Seconds);
        bench.Down(0, 2, 2.Seconds);
        bench.Run();

        Assert.That(
            Times(bench),
            Is.EqualTo(new[] { 10.Seconds - (Data + Answer) * 2, Duration.Zero, Data + Answer, Data + Answer, Duration.Zero })
        );
    }

    [Test]
    public void A_dozing_station_wakes_sends_and_lingers()
    {
        var bench = new WlanBench(Dozing, 1, currents: Currents);
        bench.Up(0, 1, 1.05.Seconds);
        bench.Run();

        Assert.That(bench.Arrived, Is.EqualTo(new[] { (1, 1.05.Seconds + Dozing.WakeUp + Data) }));
        var exchange = Data + Dozing.Phy.Sifs + Answer;
        Assert.That(
            Times(bench),
            Is.EqualTo(
                new[]
                {
                    10.Seconds - Dozing.WakeUp - exchange - Dozing.Linger,
                    Dozing.Phy.Sifs + Dozing.Linger,
                    Data,
                    Answer,
                    Dozing.WakeUp,
                }
            )
        );
    }

    [Test]
    public void A_frame_for_a_dozing_station_waits_for_the_beacon_that_it_listens_to()
    {
        var bench = new WlanBench(Dozing, 1, currents: Currents);
        bench.Down(0, 1, 1.05.Seconds);
        bench.Run();

        // Every third beacon: at 1.2 s. Then DIFS, up to 31 slots, PS-Poll at 2 Mbit/s and SIFS.
        var wait = bench.Arrived.Single().At - (1.2.Seconds + Beacon + Dozing.Phy.Difs + 272.Microseconds + Dozing.Phy.Sifs + Data);
        var slots = wait / Dozing.Phy.Slot;
        Assert.That((slots, slots is >= 0 and <= 31), Is.EqualTo((Math.Round(slots), true)));
    }

    [Test]
    public void What_it_polls_for_is_charged_to_the_nanosecond()
    {
        var bench = new WlanBench(Dozing, 1, currents: Currents);
        bench.Down(0, 1, 1.05.Seconds);
        bench.Run();

        var poll = 272.Microseconds;
        var awake = bench.Arrived.Single().At + Dozing.Phy.Sifs + Answer + Dozing.Linger - (1.2.Seconds + Beacon);
        Assert.That(
            Times(bench),
            Is.EqualTo(new[] { 10.Seconds - awake, awake - poll - Data - Answer, poll + Answer, Data, Duration.Zero })
        );
    }

    [Test]
    public void While_it_lingers_frames_come_at_once()
    {
        var bench = new WlanBench(Dozing, 1);
        bench.Up(0, 1, 1.05.Seconds);
        bench.Down(0, 2, 1.06.Seconds);
        bench.Run();

        Assert.That(bench.Arrived[1], Is.EqualTo((2, 1.06.Seconds + Data)));
    }

    [Test]
    public void Kept_frames_come_one_after_the_other_in_order()
    {
        var bench = new WlanBench(Dozing with { Buffer = 3 }, 1);
        for (var i = 0; i < 4; i++)
        {
            bench.Down(0, i, 1.05.Seconds);
        }

        bench.Run();

        Assert.That(bench.Arrived.Select(frame => frame.Number), Is.EqualTo(new[] { 0, 1, 2 }));
        Assert.That(bench.Arrived[2].At, Is.LessThan(1.21.Seconds));
        Assert.That(bench.Lost, Is.EqualTo(new[] { (3, DropReason.QueueFull) }));
    }

    [Test]
    public void A_station_that_is_off_associates_first_and_is_out_of_reach()
    {
        var settings = Dozing with { Rest = WlanRest.Off, WakeUp = 2.Seconds };
        var bench = new WlanBench(settings, 1, currents: Currents);
        bench.Down(0, 1, 0.5.Seconds);
        bench.Up(0, 2, 1.05.Seconds);
        bench.Run();

        Assert.That(bench.Lost, Is.EqualTo(new[] { (1, DropReason.Asleep) }));
        Assert.That(bench.Arrived, Is.EqualTo(new[] { (2, 3.05.Seconds + Data) }));
        Assert.That(Times(bench)[4], Is.EqualTo(2.Seconds));
    }

    [Test]
    public void Dozing_without_beacons_is_refused() =>
        Assert.That(
            () => new WlanBench(Dozing with { BeaconInterval = null }, 1),
            Throws.ArgumentException.With.Message.Contains("beacon interval")
        );

    private static Duration[] Times(WlanBench bench)
    {
        var meter = bench.Nodes[0].Meters[0];
        meter.Settle(bench.Simulation.Now);
        return [.. Enumerable.Range(0, 5).Select(meter.TimeIn)];
    }
}
