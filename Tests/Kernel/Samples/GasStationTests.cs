using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Kernel.Distributions;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Kernel.Samples;

public sealed class GasStationTests
{
    /// <remarks>
    /// By hand, 2 pumps, 50 of 100 l, threshold 25 l looked at every 10 s, 2 l/s, the tanker is on the way for 30 s: A takes 30 l at 0. B wants 30 l
    /// at 5, but there are 20. At 10 the tanker is called. C (from 10) gets A's pump at 15, and waits with 10 l behind B. At 40 the tanker
    /// brings 80 l; B fuels until 55 and C until 45. D takes 30 l at 50 on C's pump. 50 + 80 − 100 l are left.
    /// </remarks>
    [Test]
    public void The_station_works_as_calculated_by_hand()
    {
        var simulation = new Simulation();
        var journal = new Journal(simulation);
        var station = new GasStation(simulation, pumps: 2, capacity: 100, level: 50, journal.Note);
        simulation.Start(station.Car("A", 0.Seconds, 30));
        simulation.Start(station.Car("B", 5.Seconds, 30));
        simulation.Start(station.Car("C", 10.Seconds, 10));
        simulation.Start(station.Car("D", 50.Seconds, 30));

        simulation.RunUntil(SimTime.Start + 100.Seconds);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                journal.Lines,
                Is.EqualTo([
                    "0 A fuels",
                    "10 tanker called",
                    "15 A leaves",
                    "40 tanker brings 80",
                    "40 B fuels",
                    "40 C fuels",
                    "45 C leaves",
                    "50 D fuels",
                    "55 B leaves",
                    "65 D leaves",
                ])
            );
            Assert.That(station.Tank.Level, Is.EqualTo(30));
        }
    }

    [Test]
    public void Fuel_is_conserved_over_a_busy_month()
    {
        const int cars = 20_000;
        var simulation = new Simulation(seed: 3);
        var station = new GasStation(simulation, pumps: 3, capacity: 500, level: 200);
        var wanted = 0.0;
        var arrivals = new DiurnalArrivals(0, 0, 0, 0, 5, 20, 60, 80, 60, 30, 20, 20, 30, 30, 20, 20, 40, 80, 80, 40, 20, 10, 5, 5);
        var (gaps, litres) = (simulation.Random.Stream(Entity.Of("road"), Purpose.Named("gap")), new Triangular(5, 30, 60));
        for (var (i, time) = (0, SimTime.Start); i < cars; i++)
        {
            var draw = gaps.Next();
            time = arrivals.Next(time, ref draw);
            var amount = litres.Sample(ref draw);
            wanted += amount;
            simulation.Start(station.Car("car", time - SimTime.Start, amount));
        }

        simulation.RunUntil(SimTime.Start + 40.Days);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(station.Served, Is.EqualTo(cars));
            // Sums of 20 000 numbers of about 30 to 10⁶, rounded to 53 bits each time.
            Assert.That(station.Fuelled, Is.EqualTo(wanted).Within(1e-5));
            Assert.That(200 + station.Delivered - station.Fuelled, Is.EqualTo(station.Tank.Level).Within(1e-5));
        }
    }
}
