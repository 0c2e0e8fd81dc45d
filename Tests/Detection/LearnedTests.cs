using M2mVsIoTSim.Detection;
using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Scenarios.Build;
using M2mVsIoTSim.Tests.Scenarios;

namespace M2mVsIoTSim.Tests.Detection;

/// <summary>A detector that has learned: the same always, wrong as often as allowed, and good at what it has learned.</summary>
public sealed class LearnedTests
{
    private const double RunLengthWanted = 300;
    private const int Runs = 2000;
    private static readonly SeenFault Step = new(Size: 1, Looks: 60, Grows: false);
    private static readonly LearnedSetting Trained = Detectors.Train([Step]);

    [Test]
    public void Whoever_learns_from_the_same_faults_learns_the_same() =>
        Assert.That(Detectors.Train([Step]).Weights, Is.EqualTo(Trained.Weights));

    [Test]
    public void Other_faults_teach_something_else() =>
        Assert.That(Detectors.Train([new(Size: 6, Looks: 2, Grows: false)]).Weights, Is.Not.EqualTo(Trained.Weights));

    [Test]
    public void A_history_is_half_of_faults_in_turn()
    {
        var history = FaultHistory.Of([Step, new(Size: 2, Looks: 90, Grows: true)]).ToList();

        Assert.Multiple(() =>
        {
            Assert.That(history, Has.Count.EqualTo(FaultHistory.Length));
            Assert.That(history.Count(example => example.IsFaulty), Is.EqualTo(FaultHistory.Length / 2));
        });
    }

    [Test]
    public void Means_of_sound_values_are_standardized_whatever_their_length()
    {
        var sums = new double[RecentMeans.Count - 1];
        var examples = FaultHistory.Of([Step]).Where(example => !example.IsFaulty).ToList();
        foreach (var (features, _) in examples)
        {
            for (var i = 0; i < sums.Length; i++)
            {
                sums[i] += features[i];
            }
        }

        // |N(0, 1)| has mean √(2/π) and variance 1 − 2/π; four standard errors.
        Assert.That(
            sums.Select(sum => sum / examples.Count),
            Has.All.EqualTo(Math.Sqrt(2 / Math.PI)).Within(4 * Math.Sqrt((1 - 2 / Math.PI) / examples.Count))
        );
    }

    [TestCase(20)]
    [TestCase(300)]
    [TestCase(6000)]
    public void A_limit_gives_the_run_length_that_it_was_sought_for(double wanted)
    {
        var runs = wanted > 1000 ? 400 : Runs;

        var (mean, error) = RunLengthOf(Trained.WithLimit(Trained.LimitFor(wanted)), shift: 0, runs);

        // Four standard errors: of these runs, and of the limit.
        Assert.That(mean, Is.EqualTo(wanted).Within(4 * Math.Sqrt(error * error + Math.Pow(wanted * SimulatedRuns.Error, 2))));
    }

    [Test]
    public void A_step_of_the_size_it_learned_takes_less_values_than_a_threshold_and_no_more_than_half_as_many_again_as_sums_made_for_it()
    {
        var (learned, error) = DelayOf(Trained);
        var (threshold, errorOfThreshold) = DelayOf(new DetectorSetting(DetectorAlgorithm.Threshold));
        var (cusum, errorOfCusum) = DelayOf(new DetectorSetting(DetectorAlgorithm.Cusum, Shift: 1));
        TestContext.Out.WriteLine(
            $"learned {learned:0.00} ± {2 * error:0.00}, threshold {threshold:0.00}, cusum {cusum:0.00} ± {2 * errorOfCusum:0.00}"
        );

        Assert.Multiple(() =>
        {
            Assert.That(learned + 4 * error, Is.LessThan(threshold - 4 * errorOfThreshold));
            Assert.That(learned - 4 * error, Is.LessThan(1.5 * (cusum + 4 * errorOfCusum)));
        });
    }

    [Test]
    public void Run_lengths_that_would_take_too_long_to_simulate_are_refused() =>
        Assert.That(() => Trained.LimitFor(1e6), Throws.TypeOf<ArgumentOutOfRangeException>().With.Message.Contains("200000"));

    [Test]
    public void Weights_that_say_nothing_are_refused() =>
        Assert.That(
            () => new LearnedSetting(new double[RecentMeans.Count]),
            Throws.TypeOf<ArgumentOutOfRangeException>().With.Message.Contains("above 0")
        );

    [TestCase("at: pump")]
    [TestCase("at: collector, reports: 2 min")]
    [TestCase("at: platform, reports: 10 min")]
    public void It_can_be_put_wherever_the_others_can(string place)
    {
        var rows = ScenarioText
            .Load(DetectionText.Of(place, "learned"))
            .Run(jobs: 1)
            .Cell("only", "")
            .Cases.SelectMany(one => one.Runs)
            .ToList();

        double Total(string metric) => rows.Where(row => row.Metric == metric && row.Relation == "alarm").Sum(row => row.Value);

        // 24 a day for 2 days, 8 times over; of the limits' errors (two, half of the alarms each) and of the counts.
        var expected = 24.0 * 2 * 8;
        Assert.That(
            2 * Total("false-alarms"),
            Is.EqualTo(expected).Within(4 * Math.Sqrt(expected + Math.Pow(expected * SimulatedRuns.Error, 2)))
        );
    }

    private static (double Mean, double Error) DelayOf(IDetectorSetting setting) =>
        RunLengthOf(setting.WithLimit(setting.LimitFor(RunLengthWanted)), shift: 1, Runs);

    /// <summary>Mean values until an alarm, and its standard error.</summary>
    private static (double Mean, double Error) RunLengthOf(IDetector detector, double shift, int runs)
    {
        var values = new Simulation(seed: 77).Random.Stream(Entity.Of("judge"), Purpose.Named("value"));
        var lengths = new double[runs];
        for (var run = 0; run < runs; run++)
        {
            detector.Reset();
            bool alarm;
            do
            {
                var draw = values.Next();
                alarm = detector.Add(draw.Normal() + shift);
                lengths[run]++;
            } while (!alarm);
        }

        var mean = lengths.Average();
        return (mean, Math.Sqrt(lengths.Sum(length => (length - mean) * (length - mean)) / (runs - 1) / runs));
    }
}
