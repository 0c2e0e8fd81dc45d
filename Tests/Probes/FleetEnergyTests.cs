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

        Assert.That(energy.Classes.Single().MeanAmperes(1, 1), Is.EqualTo(0.001 + 1e-6 * 0.99).Within(1e-15));
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

        Assert.That(energy.Classes.Single().MeanAmperes(0, 0), Is.EqualTo(1e-6).Within(1e-15));
    }

    [Test]
    public void A_device_that_stopped_before_the_measurement_has_no_life_left_to_extrapolate()
    {
        var nodes = Fleet(1);
        FleetEnergy.Count(nodes, SimTime.Start + 1.Hours, SimTime.Start + 2.Hours);
        nodes[0].Stop();

        var energy = FleetEnergy.Measure(nodes, SimTime.Start + 1.Hours, SimTime.Start + 2.Hours);

        Assert.That(energy.StoppedBefore, Is.EqualTo(1));
    }

    [Test]
    public void What_a_message_costs_is_scaled_to_the_messages_that_were_due()
    {
        var nodes = Fleet(2);
        nodes[0].Meters[0].Spend(1, 36.Seconds, SimTime.Start);

        var energy = FleetEnergy.Measure(nodes, SimTime.Start, SimTime.Start + 1.Hours);

        // One of two devices sent, where 0.8 messages were due: 36 s · (0.1 A - 1 uA) · 0.8 in 7200 s, beside 1 uA all the time.
        Assert.That(
            energy.Classes.Single().MeanAmperes(expected: 0.8, produced: 1),
            Is.EqualTo(1e-6 + 36 * (0.1 - 1e-6) * 0.8 / 7200).Within(1e-15)
        );
    }

    [Test]
    public void What_a_message_costs_is_not_known_if_none_was_sent() =>
        Assert.That(
            FleetEnergy.Measure(Fleet(1), SimTime.Start, SimTime.Start + 1.Hours).Classes.Single().MeanAmperes(expected: 0.8, produced: 0),
            Is.Null
        );

    [Test]
    public void Devices_under_different_conditions_are_told_apart()
    {
        var nodes = Fleet(3, number => Radio with { Conditions = number == 1 ? "SF12" : "SF7" });

        var energy = FleetEnergy.Measure(nodes, SimTime.Start, SimTime.Start + 1.Hours);

        Assert.That(energy.Classes.Select(likes => (likes.Conditions, likes.Devices.Count)), Is.EqualTo([("SF7", 2), ("SF12", 1)]));
    }

    private static Node[] Fleet(int count, Func<int, PowerProfile>? radio = null)
    {
        var simulation = new Simulation();
        return
        [
            .. Enumerable
                .Range(0, count)
                .Select(number =>
                {
                    var node = new Node(simulation, Entity.Of("meter", number), new Observers()) { IsMetered = true };
                    node.AddMeter(radio?.Invoke(number) ?? Radio);
                    return node;
                }),
        ];
    }
}
