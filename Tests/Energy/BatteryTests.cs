using M2mVsIoTSim.Energy;
using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Energy;

public sealed class BatteryTests
{
    private const double Sleep = 20e-6;
    private const double Transmit = 0.1;
    private static readonly PowerProfile Radio = new("radio", 3.6, [new("sleep", Sleep), new("transmit", Transmit)]);

    [Test]
    public void A_sleeping_node_stops_when_its_charge_is_used_up()
    {
        var device = new Device(new Battery(Battery.FromAmpereHours(0.1)));

        device.Simulation.Run();

        // 0.1 Ah / 20 uA = 5000 h
        Assert.That(device.Watch.Stopped!.Value.TotalSeconds, Is.EqualTo(5000 * 3600).Within(1e-6));
    }

    [TestCase(0.01)]
    [TestCase(0.1)]
    public void Self_discharge_shortens_the_life_as_the_closed_form_says(double perYear)
    {
        var battery = new Battery(Battery.FromAmpereHours(0.1), usableShare: 0.9, selfDischargePerYear: perYear);
        var device = new Device(battery);

        device.Simulation.Run();

        var expected = BatteryLife.Expected(0.09 * 3600, Sleep, perYear / Battery.SecondsPerYear);
        Assert.That(device.Watch.Stopped!.Value.TotalSeconds, Is.EqualTo(expected).Within(1e-6));
    }

    [Test]
    public void A_reporting_node_stops_at_the_moment_worked_out_by_hand()
    {
        var device = new Device(new Battery(Battery.FromAmpereHours(0.01)));
        device.Report(every: 1.Hours, length: 2.Seconds);

        device.Simulation.Run();

        // 36 C; an hour takes 2 s · 0.1 A + 3598 s · 20 uA = 0.27196 C. After 132 hours 0.10128 C are left, too little for the
        // 0.2 C of the next report, which begins then.
        Assert.That(device.Watch.Stopped, Is.EqualTo(SimTime.Start + 132.Hours));
    }

    [Test]
    public void A_node_dies_between_two_reports_if_only_sleep_is_left()
    {
        var device = new Device(new Battery(0.3));
        device.Report(every: 10.Hours, length: 2.Seconds);

        device.Simulation.Run();

        // The first report takes 0.2 C; the other 0.1 C last 5000 s of sleep, which begins after the 2 s.
        Assert.That(device.Watch.Stopped, Is.EqualTo(SimTime.Start + 5002.Seconds));
    }

    [Test]
    public void Reports_and_self_discharge_together_stay_close_to_the_mean_current()
    {
        var battery = new Battery(Battery.FromAmpereHours(2.6), selfDischargePerYear: 0.01);
        var device = new Device(battery);
        device.Report(every: 6.Hours, length: 2.Seconds);

        device.Simulation.Run();

        var current = (2 * Transmit + (6 * 3600 - 2) * Sleep) / (6 * 3600);
        var expected = BatteryLife.Expected(battery, current);
        Assert.That(device.Watch.Stopped!.Value.TotalSeconds, Is.EqualTo(expected).Within(0.001 * expected));
    }

    [Test]
    public void A_stopped_node_sends_no_more()
    {
        var device = new Device(new Battery(1));

        device.Simulation.Run();

        Assert.That(device.Node.IsUp, Is.False);
    }

    [Test]
    public void Watching_a_battery_for_its_life_takes_few_wake_ups()
    {
        var device = new Device(new Battery(Battery.FromAmpereHours(2.6), selfDischargePerYear: 0.01));

        device.Simulation.Run();

        // 13.8 years at one look a month, and a few at the end.
        Assert.That(device.Simulation.EventsFired, Is.LessThan(220));
    }

    [Test]
    public void Without_a_load_the_charge_decays_exponentially()
    {
        var battery = new Battery(1000, selfDischargePerYear: 0.02);

        battery.Draw(0, 3, SimTime.Start + Duration.FromSeconds(5 * Battery.SecondsPerYear));

        Assert.That(battery.Remaining, Is.EqualTo(1000 * Math.Exp(-0.1)).Within(1e-9));
    }

    [Test]
    public void An_empty_battery_says_so_once()
    {
        var battery = new Battery(1);
        var told = 0;
        battery.Emptied = _ => told++;

        battery.Draw(2, 3, SimTime.Start);
        battery.Draw(2, 3, SimTime.Start);

        Assert.That(told, Is.EqualTo(1));
    }

    // 3.8 V from 3.6 V at 90 %: 3.8 / (3.6 · 0.9) of the charge; a lower voltage takes its current.
    [TestCase(3.8, 3.8 / (3.6 * 0.9))]
    [TestCase(3.6, 1)]
    [TestCase(3.3, 1)]
    public void A_higher_voltage_takes_its_energy_through_a_converter(double volts, double expected)
    {
        var battery = new Battery(100, volts: 3.6, efficiency: 0.9);

        battery.Draw(1, volts, SimTime.Start);

        Assert.That(100 - battery.Remaining, Is.EqualTo(expected).Within(1e-12));
    }

    [TestCase(0, 1)]
    [TestCase(3.6, 0)]
    [TestCase(3.6, 1.1)]
    public void A_converter_that_cannot_be_is_refused(double volts, double efficiency) =>
        Assert.That(() => new Battery(1, volts: volts, efficiency: efficiency), Throws.InstanceOf<ArgumentOutOfRangeException>());

    [TestCase(0, 1, 0)]
    [TestCase(1, 0, 0)]
    [TestCase(1, 1.1, 0)]
    [TestCase(1, 1, -0.1)]
    public void A_battery_that_cannot_be_is_refused(double coulombs, double usable, double selfDischarge) =>
        Assert.That(() => new Battery(coulombs, usable, selfDischarge), Throws.InstanceOf<ArgumentOutOfRangeException>());

    private sealed class Device : IEventTarget
    {
        private Duration _every;
        private Duration _length;

        public Device(Battery battery)
        {
            Node = new Node(Simulation, Entity.Of("meter"), new Observers()) { IsMetered = true, Supply = battery };
            Node.AddMeter(Radio);
            Watch = new DepletionWatch(Node, battery);
        }

        public Simulation Simulation { get; } = new();

        public Node Node { get; }

        public DepletionWatch Watch { get; }

        public void Report(Duration every, Duration length)
        {
            (_every, _length) = (every, length);
            Simulation.At(SimTime.Start, this);
        }

        public void Fire(long token)
        {
            if (Node.IsUp)
            {
                Node.Meters[0].Spend(1, _length, Simulation.Now);
                Simulation.After(_every, this);
            }
        }
    }
}
