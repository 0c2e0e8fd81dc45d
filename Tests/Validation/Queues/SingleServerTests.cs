namespace M2mVsIoTSim.Tests.Validation.Queues;

/// <summary>Processes and resources against the closed forms of queueing theory.</summary>
/// <remarks>
/// Mean waits: L. Kleinrock, "Queueing Systems", vol. 1, Wiley 1975, sections 3.2 (M/M/1) and 5.7 (Pollaczek and Khinchin's mean
/// value formula). Runs are so long that the 99 % interval is expected at ±1.5 % of the mean: a mean wait at load ρ over N customers
/// of M/M/1 has the variance ρ(2 + 5ρ − 4ρ² + ρ³)/(1 − ρ)⁴/N (D. J. Daley, "The serial correlation coefficients of waiting times in
/// a stationary single server queue", J. Austral. Math. Soc. 8, 1968), which asks for 0.8 million customers at 0.5 and 4 million at 0.8.
/// </remarks>
public sealed class SingleServerTests
{
    private const int Replications = 40;

    [TestCase(0.5, 20_000)]
    [TestCase(0.8, 100_000)]
    public void The_mean_wait_of_exponential_service_is_that_of_theory(double load, int customers)
    {
        var (mean, halfWidth) = new SingleServer(luck => luck.Exponential(1), load).MeanWait(Replications, customers);

        AssertAgreement(mean, halfWidth, theory: load / (1 - load));
    }

    [TestCase(0.5, 20_000)]
    [TestCase(0.8, 70_000)]
    public void The_mean_wait_of_constant_service_is_half_of_that(double load, int customers)
    {
        var (mean, halfWidth) = new SingleServer(_ => 1, load).MeanWait(Replications, customers);

        AssertAgreement(mean, halfWidth, theory: load / (2 * (1 - load)));
    }

    [Test]
    public void The_customers_present_over_time_are_the_times_they_spend()
    {
        // Little's law without its limit: over a span that begins and ends empty it holds to the nanosecond.
        var queue = new SingleServer(luck => luck.Exponential(1), load: 0.7);
        queue.Run(replication: 0, customers: 10_000);

        Assert.That(queue.CustomerTime, Is.EqualTo(queue.TimeSpent));
    }

    private static void AssertAgreement(double mean, double halfWidth, double theory)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(halfWidth / theory, Is.LessThanOrEqualTo(0.02));
            Assert.That(mean, Is.EqualTo(theory).Within(halfWidth));
        }
    }
}
