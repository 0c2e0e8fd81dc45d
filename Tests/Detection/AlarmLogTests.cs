using M2mVsIoTSim.Detection;
using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Detection;

public sealed class AlarmLogTests
{
    private static readonly Relation Alarms = new(0, "alarm", ["room"], new Content(1, 16), null);
    private static readonly Branch Root = new(Alarms, -1, null, []);
    private static readonly Entity Pump = Entity.Of("pump", 3);

    [Test]
    public void A_fault_is_known_when_the_alarm_arrives()
    {
        var log = Log(FaultKind.Step);

        Raise(log, serial: 0, device: 3, raised: 61, arrives: 63);

        Assert.That((log.Detected, log.Delays.Single(), log.FalseAlarmsPerDay), Is.EqualTo((1, 3 * 60.0, 0.0)));
    }

    [Test]
    public void An_alarm_that_arrives_too_late_or_never_detects_nothing_and_costs_the_whole_fault()
    {
        var log = Log(FaultKind.Step);

        Raise(log, 0, 3, raised: 100, arrives: 125);
        Raise(log, 1, 3, raised: 110, arrives: null);

        Assert.That((log.Detected, log.Delays.Single(), log.FalseAlarmsPerDay), Is.EqualTo((0, 60 * 60.0, 0.0)));
    }

    [Test]
    public void An_alarm_about_a_sound_device_is_false()
    {
        var log = Log(FaultKind.Step);

        Raise(log, 0, 4, raised: 70, arrives: 71);

        // Device 3 of 10 is off for 60 min and the 10 min of a pause, of 600 min.
        Assert.That((log.Detected, log.FalseAlarmsPerDay), Is.EqualTo((0, 1 / (600 / 1440.0 * (1 - 0.1 * 70 / 600)))));
    }

    [Test]
    public void An_alarm_soon_after_a_fault_is_neither_false_nor_a_detection()
    {
        var log = Log(FaultKind.Step);

        Raise(log, 0, 3, raised: 125, arrives: 126);

        Assert.That((log.Detected, log.FalseAlarmsPerDay), Is.EqualTo((0, 0.0)));
    }

    [TestCase(FaultKind.Spread, 1)]
    [TestCase(FaultKind.Step, 0)]
    public void An_alarm_about_all_devices_detects_what_spreads_only(FaultKind kind, int detected)
    {
        var log = Log(kind);

        log.Raised(Pump, 0, 0, 10, At(70));
        log.Delivered(new Message(Root, Pump, 0, At(70)), 0, At(71));

        Assert.That((log.Detected, log.FalseAlarmsPerDay), Is.EqualTo((detected, 0.0)));
    }

    private static void Raise(AlarmLog log, int serial, int device, double raised, double? arrives)
    {
        log.Raised(Pump, serial, device, 1, At(raised));
        if (arrives is { } at)
        {
            log.Delivered(new Message(Root, Pump, serial, At(raised)), 0, At(at));
        }
    }

    /// <summary>A fault of device 3 from minute 60 to 120, in a measurement of ten hours.</summary>
    private static AlarmLog Log(FaultKind kind)
    {
        var fault = new Fault(new FaultType("f", kind, 3, 1, 1.Hours), At(60), [3]);
        var signal = new Signal(new Randomness(1, 0), "pump", 10, 1.Minutes, 1, 0, [fault]);
        return new AlarmLog(Alarms, signal, new DetectionTimes(At(0), At(600), 10.Minutes));
    }

    private static SimTime At(double minutes) => SimTime.Start + Duration.FromSeconds(60 * minutes);
}
