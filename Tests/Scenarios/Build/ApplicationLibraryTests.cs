using M2mVsIoTSim.Scenarios.Build;
using M2mVsIoTSim.Scenarios.Running;
using M2mVsIoTSim.Tests.Documents;

namespace M2mVsIoTSim.Tests.Scenarios.Build;

/// <summary>Jobs of the library: what they have to say, by name in a comparison, and as what other jobs are like.</summary>
public sealed class ApplicationLibraryTests
{
    private const string Job = """
        source: a test
        parties: { meter: { count: 4, indoor: 50 % }, utility: { kind: application } }
        relations: { reading: { from: meter, to: utility, carries: 4 x 16 bit, every: 1 h, require: { delivery: ">= 98 %" } } }
        """;

    private static IEnumerable<TestCaseData> Jobs() =>
        ApplicationLibrary.Shipped.Jobs.Values.Select(job => new TestCaseData(job).SetArgDisplayNames(job.Name));

    [Test]
    public void A_figure_without_a_source_is_refused() =>
        Assert.That(
            () => ApplicationLibrary.Load([("metering", Job)]),
            Throws
                .TypeOf<InvalidDataException>()
                .With.Message.Contains("metering.yaml:2:28: 'meter.count' has no source; add 'meter.count: {")
        );

    [Test]
    public void Every_figure_is_asked_for() =>
        Assert.That(
            Assert.Throws<InvalidDataException>(() => ApplicationLibrary.Load([("metering", Job)]))!.Message.Split('\n')[1..],
            Has.Length.EqualTo(5)
        );

    [Test]
    public void A_source_of_nothing_is_refused() =>
        Assert.That(
            () => ApplicationLibrary.Load([("metering", $"{Job}\nsources: {{ meter.cuont: {{ source: s, mark: chosen }} }}")]),
            Throws.TypeOf<InvalidDataException>().With.Message.Contains("unknown figure 'meter.cuont'; did you mean 'meter.count'?")
        );

    [TestCaseSource(nameof(Jobs))]
    public void A_job_of_the_library_says_what_it_is(LibraryJob job) =>
        Assert.That(job, Has.Property("Job").Property("Description").Not.Null.And.Property("Figures").Not.Empty);

    [Test]
    public void A_comparison_may_name_a_job_of_the_library() =>
        Assert.That(Load("", "smart-metering").Scenario.Jobs["smart-metering"].Relations, Contains.Key("outage"));

    [Test]
    public void The_effective_scenario_has_its_text_and_sources() =>
        Assert.That(
            Load("", "smart-metering").Text,
            Does.Contain("  smart-metering:").And.Contain("outage.window:").And.Contain("mark: from-memory")
        );

    [Test]
    public void Only_jobs_that_are_named_are_taken() => Assert.That(Load("", "smart-metering").Scenario.Jobs, Has.Count.EqualTo(1));

    [Test]
    public void A_job_of_the_file_wins() =>
        Assert.That(
            Load("smart-metering: { like: smart-metering, source: mine }", "smart-metering").Scenario.Jobs["smart-metering"].Source,
            Is.EqualTo("mine")
        );

    [Test]
    public void A_value_of_a_job_of_the_library_can_be_set() =>
        Assert.That(
            Load("", "smart-metering", new RunRequest { Settings = [("jobs.smart-metering.parties.water-meter.count", "7")] })
                .Scenario.Jobs["smart-metering"]
                .Parties["water-meter"]
                .Count,
            Is.EqualTo(7)
        );

    [Test]
    public void A_job_like_another_has_what_it_does_not_say() =>
        Assert.That(
            Load("mine: { like: smart-metering, parties: { water-meter: { count: 7 } } }", "mine").Scenario.Jobs["mine"].Parties[
                "water-meter"
            ],
            Has.Property("Count").EqualTo(7).And.Property("Device").EqualTo("water-meter")
        );

    [Test]
    public void What_it_says_itself_has_no_longer_the_source_of_the_other() =>
        Assert.That(
            Load("mine: { like: smart-metering, parties: { water-meter: { count: 7 } } }", "mine").Scenario.Jobs["mine"].Sources!.Keys,
            Does.Contain("water-meter.indoor").And.Not.Contain("water-meter.count")
        );

    [Test]
    public void Null_takes_away() =>
        Assert.That(
            Load("mine: { like: smart-metering, relations: { outage: null } }", "mine").Scenario.Jobs["mine"],
            Has.Property("Relations").Not.ContainKey("outage").And.Property("Sources").Not.ContainKey("outage.window")
        );

    [Test]
    public void A_job_may_be_like_one_that_is_like_one() =>
        Assert.That(
            Load("a: { like: b, source: mine }, b: { like: smart-metering, parties: { water-meter: { count: 7 } } }", "a")
                .Scenario.Jobs["a"]
                .Parties["water-meter"]
                .Count,
            Is.EqualTo(7)
        );

    [TestCase("", "smart-meterin", "unknown job 'smart-meterin'; did you mean 'smart-metering'?")]
    [TestCase("mine: { like: smart-meterin }", "mine", "scenario:2:23: unknown job 'smart-meterin'; did you mean 'smart-metering'?")]
    [TestCase("a: { like: b }, b: { like: a }", "a", "jobs are like each other in a circle, back to 'b'")]
    [TestCase("mine: { like: [a, b] }", "mine", "scenario:2:23: like: expected")]
    public void What_leads_nowhere_is_told_alone(string jobs, string job, string message) =>
        Assert.That(
            () => Load(jobs, job),
            Throws.TypeOf<ScenarioException>().With.Message.Contains(message).And.Message.Not.Contains("is missing")
        );

    [Test]
    public void A_source_of_nothing_is_told_in_a_file() =>
        Assert.That(
            () => Load("mine: { like: smart-metering, sources: { leak.rat: { source: s, mark: chosen } } }", "mine"),
            Throws.TypeOf<ScenarioException>().With.Message.Contains("unknown figure 'leak.rat'; did you mean 'leak.rate'?")
        );

    [Test]
    public void The_page_lists_the_jobs_of_the_library() =>
        Assert.That(
            ApplicationLibrary.Shipped.Jobs.Keys.Where(name =>
                !Checkout.Read("docs/scenario-file.md").Contains($"| `{name}` |", StringComparison.Ordinal)
            ),
            Is.Empty
        );

    private static Study Load(string jobs, string job, RunRequest? request = null) =>
        Study.Parse(
            $$"""
            study: { seed: 1, duration: 1 h }
            jobs: { {{jobs}} }
            architectures:
              brokered:
                hops:
                  - { from: electricity-meter, to: broker, over: [lte-cat1, internet], speaks: push }
                  - { from: water-meter, to: broker, over: [lte-cat1, internet], speaks: push }
                  - { from: gas-meter, to: broker, over: [lte-cat1, internet], speaks: push }
                  - { from: duty-officer, to: broker, over: [lte-cat1, internet], speaks: push }
                  - { from: broker, to: [utility, grid-operator], over: internet, speaks: push }
            comparisons: { who: { question: who, job: {{job}}, cross: { architecture: [brokered] } } }
            """,
            request,
            "scenario"
        );
}
