using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Probes;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Probes;

public sealed class FleetEnergyTests
{
    private static readonly PowerProfile Radio = new("radio", 3, [new("sleep", 1e-6), new("transmit", 0.1)]);

    [Test]
    public void The_energy_of_a_state_is_current_times_voltage_times_time()
    {
        var nodes = Fleet(2);
        nodes[0].Meters[0].Spend(1, 2.Seconds, SimTime.Start);

        var energy = FleetEnergy.Measure(nodes, SimTime.Start, SimTime.Start + 1.Hours);

        // 3 V · 0.1 A · 2 s; 3 V · 1 uA · (3598 s + 3600 s)
        Assert.That(energy.States.Select(state => state.Joules), Is.EqualTo([3e-6 * 7198, 0.6]).Within(1e-12));
    }

    [Test]
    public void States_sum_to_the_energy_of_all_devices()
    {
        var nodes = Fleet(3);
        nodes[1].Meters[0].Spend(1, 2.Seconds, SimTime.Start);

        var energy = FleetEnergy.Measure(nodes, SimTime.Start, SimTime.Start + 1.Hours);

        Assert.That(energy.States.Sum(state => state.Joules), Is.EqualTo(energy.Joules).Within(1e-12));
    }

    [Test]
    public void The_mean_current_is_charge_over_time()
    {
        var nodes = Fleet(1);
        nodes[0].Meters[0].Spend(1, 36.Seconds, SimTime.Start);

        var energy = FleetEnergy.Measure(nodes, SimTime.Start, SimTime.Start + 1.Hours);

        Assert.That(energy.MeanAmperesByDevice.Single(), Is.EqualTo(0.001 + 1e-6 * 0.99).Within(1e-15));
    }

    [Test]
    public void The_warm_up_does_not_count()
    {
        var nodes = Fleet(1);
        var start = SimTime.Start + 1.Hours;
        FleetEnergy.Count(nodes, start, start + 1.Hours);
        nodes[0].Meters[0].Spend(1, 2.Seconds, SimTime.Start);

        var energy = FleetEnergy.Measure(nodes, start, start + 1.Hours);

        Assert.That(energy.Joules, Is.EqualTo(3e-6 * 3600).Within(1e-12));
    }

    [Test]
    public void The_current_of_a_device_that_stopped_is_the_mean_of_the_time_it_worked()
    {
        var nodes = Fleet(1);
        nodes[0].Simulation.RunUntil(SimTime.Start + 30.Minutes);
        nodes[0].Stop();

        var energy = FleetEnergy.Measure(nodes, SimTime.Start, SimTime.Start + 1.Hours);

        Assert.That(energy.MeanAmperesByDevice.Single(), Is.EqualTo(1e-6).Within(1e-15));
    }

    [Test]
    public void A_device_that_stopped_before_the_measurement_has_no_life_left_to_extrapolate()
    {
        var nodes = Fleet(1);
        FleetEnergy.Count(nodes, SimTime.Start + 1.Hours, SimTime.Start + 2.Hours);
        nodes[0].Stop();

        var energy = FleetEnergy.Measure(nodes, SimTime.Start + 1.Hours, SimTime.Start + 2.Hours);

        Assert.That(energy.MeanAmperesByDevice.Single(), Is.EqualTo(double.PositiveInfinity));
    }

    private static Node[] Fleet(int count)
    {
        var simulation = new Simulation();
        return
        [
            .. Enumerable
                .Range(0, count)
                .Select(number =>
                {
                    var node = new Node(simulation, Entity.Of("meter", number), new Observers()) { IsMetered = true };
                    node.AddMeter(Radio);
                    return node;
                }),
        ];
    }
}
