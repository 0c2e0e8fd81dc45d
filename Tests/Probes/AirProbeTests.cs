using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Probes;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Probes;

public sealed class AirProbeTests
{
    [Test]
    public void Links_of_one_name_count_together()
    {
        var (_, probe, observers) = Create();

        observers.FrameSent(new Silence("lte"), 100, 2.Milliseconds);
        observers.FrameSent(new Silence("lte"), 50, 1.Milliseconds);

        Assert.That(
            probe.Media.Select(air => (air.Name, air.Frames, air.Bytes, air.Occupied)),
            Is.EqualTo([("lte", 2L, 150L, 3.Milliseconds)])
        );
    }

    [Test]
    public void Lost_frames_are_counted_by_reason()
    {
        var (_, probe, observers) = Create();

        observers.FrameLost(new Silence("lora"), DropReason.Collision);

        Assert.That((probe.Media.Single().Lost(DropReason.Collision), probe.Media.Single().Lost(DropReason.Noise)), Is.EqualTo((1L, 0L)));
    }

    [Test]
    public void Frames_after_the_window_do_not_count()
    {
        var (simulation, probe, observers) = Create();
        simulation.RunUntil(SimTime.Start + 1.Hours);

        observers.FrameSent(new Silence("lte"), 100, 2.Milliseconds);

        Assert.That(probe.Media, Is.Empty);
    }

    [Test]
    public void Media_are_listed_by_name()
    {
        var (_, probe, observers) = Create();

        observers.FrameSent(new Silence("wifi"), 1, Duration.Zero);
        observers.FrameSent(new Silence("ble"), 1, Duration.Zero);

        Assert.That(probe.Media.Select(air => air.Name), Is.EqualTo(["ble", "wifi"]));
    }

    private static (Simulation, AirProbe, Observers) Create()
    {
        var simulation = new Simulation();
        var probe = new AirProbe(simulation, SimTime.Start, SimTime.Start + 1.Hours);
        var observers = new Observers();
        observers.Add(probe);
        return (simulation, probe, observers);
    }

    private sealed class Silence(string name) : Medium(name)
    {
        public override void Send(in Frame frame) { }
    }
}
