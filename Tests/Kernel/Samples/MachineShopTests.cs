using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Kernel.Distributions;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Kernel.Samples;

public sealed class MachineShopTests
{
    /// <remarks>
    /// By hand: A runs for 26 s, B for 33 s, a part takes 10 s, a repair 10 s, a job 30 s. The repairman: job 0–26, A 26–36, B (broken at 33)
    /// 36–46, job 46–50, next job 50–62, A 62–72, job 72–79, B 79–89, job from 89. A has 4 s of a part left at 26 and 8 s at 62; B has 7 s left
    /// at 33 and 4 s at 79.
    /// </remarks>
    [TestCase(
        "A",
        "10 A part, 20 A part, 26 A broken, 36 A repaired, 40 A part, 50 A part, 60 A part, 62 A broken, 72 A repaired, 80 A part, 90 A part"
    )]
    [TestCase(
        "B",
        "10 B part, 20 B part, 30 B part, 33 B broken, 46 B repaired, 53 B part, 63 B part, 73 B part, 79 B broken, 89 B repaired, 93 B part"
    )]
    [TestCase("job", "26 job left at 0+26, 50 job done, 62 job left at 50+12, 79 job left at 72+7")]
    public void The_shop_works_as_calculated_by_hand(string who, string expected)
    {
        var simulation = new Simulation();
        var journal = new Journal(simulation);
        _ = new MachineShop(
            simulation,
            [new Constant(26), new Constant(33)],
            part: new Constant(10),
            repair: new Constant(10),
            job: 30.Seconds,
            journal.Note
        );

        simulation.RunUntil(SimTime.Start + 95.Seconds);

        Assert.That(string.Join(", ", journal.Lines.Where(line => line.Contains($" {who} "))), Is.EqualTo(expected));
    }

    /// <remarks>
    /// The repairman's queue is that of N machines which each break down at rate λ and are repaired at rate μ: k of them are broken with a
    /// probability in proportion to N!/(N−k)! (λ/μ)^k. Breakdowns come first, so his other jobs get the share of time in which none is
    /// broken, and machines lose no work.
    /// </remarks>
    [Test]
    public void Availability_and_spare_time_are_those_of_the_repairman_formula()
    {
        const int machines = 5;
        const double up = 10;
        const double repair = 1.5;
        const double batch = 12_000;
        var weights = new double[machines + 1];
        weights[0] = 1;
        for (var k = 1; k <= machines; k++)
        {
            weights[k] = weights[k - 1] * (machines - k + 1) * repair / up;
        }

        var none = 1 / weights.Sum();
        var availability = 1 - weights.Select((weight, broken) => weight * broken).Sum() * none / machines;

        var simulation = new Simulation(seed: 4);
        var shop = new MachineShop(
            simulation,
            [.. Enumerable.Repeat(new Exponential(up), machines)],
            part: new Uniform(0.5, 1.5),
            repair: new Exponential(repair),
            job: 1.Seconds
        );
        var (parts, jobs) = (new List<double>(), new List<double>());
        simulation.RunUntil(SimTime.Start + (batch / 10).Seconds);
        for (var i = 0; i < Batches.Count; i++)
        {
            var (partsBefore, jobsBefore) = (shop.Parts, shop.Jobs);
            simulation.RunUntil(simulation.Now + batch.Seconds);
            parts.Add((shop.Parts - partsBefore) / (batch * machines));
            jobs.Add((shop.Jobs - jobsBefore) / batch);
        }

        using (Assert.EnterMultipleScope())
        {
            Batches.Of(parts).AreConsistentWith(availability, precision: 0.01);
            Batches.Of(jobs).AreConsistentWith(none, precision: 0.02);
        }
    }
}
