using M2mVsIoTSim.Energy;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Probes;
using M2mVsIoTSim.Scenarios.Build;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Scenarios.Running;

/// <summary>The energy of a device is what its states draw while they last; the states fill the time of the measurement.</summary>
public sealed class EnergyTests
{
    [TestCase("lte-cat1")]
    [TestCase("gprs")]
    [TestCase("lorawan-eu868")]
    public void The_times_of_the_states_sum_to_the_measurement(string access) =>
        Assert.That(Meters(access).Select(Times), Is.All.EqualTo(3.Hours));

    [TestCase("lte-cat1")]
    [TestCase("gprs")]
    [TestCase("lorawan-eu868")]
    public void The_energy_of_a_device_is_current_times_time_times_voltage(string access) =>
        Assert.That(Meters(access).Select(meter => Math.Abs(ByHand(meter) / meter.Joules - 1)), Is.All.LessThan(1e-12));

    // What the battery loses beyond what the meters count is its self-discharge, at most that of a full one for four hours.
    [TestCase("lte-cat1")]
    [TestCase("lorawan-eu868")]
    public void A_battery_loses_what_its_device_draws_and_what_leaks(string access)
    {
        var (nodes, _) = Run(access, warmUp: false);
        var node = nodes[0];
        var battery = (Battery)node.Supply!;
        var drawn = node.Meters.Sum(meter => battery.ChargeFor(meter.Joules / meter.Profile.Volts, meter.Profile.Volts));
        var leak = battery.SelfDischargePerSecond * battery.UsableCoulombs * 4.Hours.TotalSeconds;

        Assert.That(battery.UsableCoulombs - battery.Remaining, Is.InRange(drawn * (1 - 1e-9), drawn + leak));
    }

    private static double ByHand(EnergyMeter meter) =>
        Enumerable
            .Range(0, meter.Profile.States.Count)
            .Sum(state => meter.TimeIn(state).TotalSeconds * meter.Profile.States[state].Amperes * meter.Profile.Volts);

    private static Duration Times(EnergyMeter meter) =>
        Enumerable.Range(0, meter.Profile.States.Count).Aggregate(Duration.Zero, (sum, state) => sum + meter.TimeIn(state));

    private static IReadOnlyList<EnergyMeter> Meters(string access) => [.. Run(access).Nodes.SelectMany(node => node.Meters)];

    private static (IReadOnlyList<Node> Nodes, FleetEnergy Fleet) Run(string access, bool warmUp = true)
    {
        var text = ScenarioText
            .Metering.Replace("duration: 1 h", "warm-up: 1 h, duration: 3 h", StringComparison.Ordinal)
            .Replace("[lte-cat1, lorawan-eu868]", $"[{access}]", StringComparison.Ordinal);
        var cell = ScenarioText.Load(text).Cells[0];
        var network = NetworkBuilder.Build(cell.Plan, Library.Shipped, null, 7, 0, cell.Times);
        var meters = network.Nodes[cell.Plan.Tier("meter").Index];
        if (warmUp)
        {
            FleetEnergy.Count(meters, cell.Times.Begin, cell.Times.End);
        }

        network.Open();
        network.Simulation.RunUntil(cell.Times.End);
        return (meters, FleetEnergy.Measure(meters, cell.Times.Begin, cell.Times.End));
    }
}
