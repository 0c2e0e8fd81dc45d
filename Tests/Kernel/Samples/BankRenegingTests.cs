using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Kernel.Distributions;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Kernel.Samples;

/// <summary>Customers of a bank with one counter leave the line when their patience ends before they are served.</summary>
public sealed class BankRenegingTests
{
    private const int Customers = 400_000;

    private static readonly Purpose Arrivals = Purpose.Named("arrivals");
    private static readonly Purpose Patience = Purpose.Named("patience");
    private static readonly Purpose Service = Purpose.Named("service");

    /// <remarks>M/M/1+M: with n in the bank one leaves at rate μ + (n−1)θ, which makes a birth-death process; of those that arrive at rate λ
    /// leave E[(N−1)⁺]θ/λ.</remarks>
    [TestCase(0.7, 0.2)]
    [TestCase(1.2, 0.5)]
    [TestCase(3.0, 1.0)]
    public void Of_those_with_exponential_patience_as_many_leave_as_the_birth_death_process_says(double rate, double impatience)
    {
        var (weight, sum, waiting) = (1.0, 1.0, 0.0);
        for (var n = 1; n < 1_000; n++)
        {
            weight *= rate / (1 + (n - 1) * impatience);
            sum += weight;
            waiting += (n - 1) * weight;
        }

        Run(rate, new Exponential(1 / impatience)).AreConsistentWith(waiting / sum * impatience / rate, precision: 0.05);
    }

    /// <remarks>M/M/1+D (Barrer 1957): the work found follows λP₀e^{−(μ−λ)x} below the patience τ and falls with e^{−μ(x−τ)} above; with
    /// E = e^{−(μ−λ)τ} the share beyond τ is ρ(1−ρ)E / (1−ρ²E).</remarks>
    [TestCase(0.7, 2.0)]
    [TestCase(0.9, 5.0)]
    public void Of_those_with_equal_patience_as_many_leave_as_Barrer_says(double rate, double patience)
    {
        var e = Math.Exp(-(1 - rate) * patience);

        Run(rate, new Constant(patience)).AreConsistentWith(rate * (1 - rate) * e / (1 - rate * rate * e), precision: 0.05);
    }

    /// <remarks>By hand: the first is served 0–3, the second (from 1) until 6, the third (from 2) gives up at 4, the fourth (from 5) is served from 6.</remarks>
    [Test]
    public void A_few_customers_go_as_calculated_by_hand()
    {
        var simulation = new Simulation();
        var (journal, counter) = (new Journal(simulation), new Resource(simulation));
        async Process Customer(string name, int arrival, int patience)
        {
            await simulation.Delay(arrival.Seconds);
            using var grant = await counter.Request(within: patience.Seconds);
            journal.Note(grant.IsGranted ? $"{name} served" : $"{name} gave up");
            if (grant.IsGranted)
            {
                await simulation.Delay(3.Seconds);
            }
        }

        simulation.Start(Customer("first", 0, 1));
        simulation.Start(Customer("second", 1, 4));
        simulation.Start(Customer("third", 2, 2));
        simulation.Start(Customer("fourth", 5, 2));
        simulation.Run();

        Assert.That(journal.Lines, Is.EqualTo(["0 first served", "3 second served", "4 third gave up", "6 fourth served"]));
    }

    /// <summary>Share of customers who leave, with a mean service of 1 s.</summary>
    private static Batches Run(double rate, IDistribution patience)
    {
        var simulation = new Simulation(seed: 2);
        var (counter, left) = (new Resource(simulation), new bool[Customers]);
        async Process Source()
        {
            var gaps = simulation.Random.Stream(Entity.Of("source"), Arrivals);
            for (var i = 0; i < Customers; i++)
            {
                await simulation.Delay(gaps.Exponential(1 / rate).Seconds);
                simulation.Start(Customer(i));
            }
        }

        async Process Customer(int number)
        {
            var luck = simulation.Random.Draw(Entity.Of("customer", number), Patience);
            using var grant = await counter.Request(within: patience.Sample(ref luck).Seconds);
            if (grant.IsGranted)
            {
                var work = simulation.Random.Draw(Entity.Of("customer", number), Service);
                await simulation.Delay(work.Exponential(1).Seconds);
            }
            else
            {
                left[number] = true;
            }
        }

        simulation.Start(Source());
        simulation.Run();

        // The first tenth warms up.
        var counted = left.Skip(Customers / 10).ToArray();
        return Batches.Of([.. counted.Chunk(counted.Length / Batches.Count).Select(batch => batch.Average(gone => gone ? 1.0 : 0.0))]);
    }
}
