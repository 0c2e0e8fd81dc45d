using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Scenarios.Running;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Scenarios.Running;

/// <summary>What of a study is run, and how.</summary>
public sealed class RequestTests
{
    [Test]
    public void A_quick_look_takes_the_ends_of_a_sweep_with_fleets_of_a_tenth_of_the_largest() =>
        Assert.That(Quick("metering-mediation").Select(cell => cell.Point["meter.count"]).Distinct(), Is.EqualTo(["100", "1000"]));

    [Test]
    public void A_quick_look_keeps_every_value_that_is_not_a_number() =>
        Assert.That(
            Quick("metering-mediation").Select(cell => cell.Point["access"]).Distinct(),
            Is.EqualTo(["lte-cat1", "gprs", "lorawan-eu868"])
        );

    [Test]
    public void A_quick_look_caps_fleets_that_are_not_swept() =>
        Assert.That(Quick("metering-consumers").Select(cell => cell.Plan.Tier("meter").Count), Is.All.EqualTo(100));

    [Test]
    public void A_quick_look_leaves_applications_alone() =>
        Assert.That(Quick("metering-consumers").Select(cell => cell.Plan.Tier("consumer").Count).Distinct(), Is.EqualTo([1, 8]));

    [Test]
    public void A_quick_look_lasts_a_tenth() =>
        Assert.That(Quick("metering-mediation").Select(cell => cell.Times.Measurement), Is.All.EqualTo(144.Minutes));

    [Test]
    public void A_quick_look_has_three_replications() =>
        Assert.That(Quick("metering-mediation").Select(cell => cell.Replications), Is.All.EqualTo(3));

    [Test]
    public void A_comparison_may_say_what_a_quick_look_is()
    {
        var text = ScenarioText.Metering + "\n    quick: { fleet: 4, duration: 7 min }";
        var cell = ScenarioText.Load(text, new RunRequest { Quick = true }).Cells[0];

        Assert.That((cell.Plan.Tier("meter").Count, cell.Times.Measurement), Is.EqualTo((4, 7.Minutes)));
    }

    [Test]
    public void The_effective_scenario_of_a_quick_look_runs_the_same_without_it()
    {
        var quick = Study.Load(Repository.Shipped, new RunRequest { Quick = true });
        var again = Study.Parse(quick.Text);

        Assert.That(
            again.Cells.Select(cell => (cell.Text, cell.Times, Asked(cell))),
            Is.EqualTo(quick.Cells.Select(cell => (cell.Text, cell.Times, Asked(cell))))
        );

        // How often derived cells run is no matter of the file; a quick look runs them less often.
        static int? Asked(Cell cell) => cell.IsDerived ? null : cell.Replications;
    }

    // Others have parameters to which only comparisons that are not run give values, as do technologies with a name of the file's own.
    [TestCase("industrial-frame")]
    [TestCase("metering-mediation")]
    [TestCase("five-g-uplift-control")]
    public void The_effective_scenario_of_a_quick_look_at_one_comparison_runs_by_itself(string comparison)
    {
        var quick = Study.Load(Repository.Shipped, new RunRequest { Quick = true, Comparisons = [comparison] });

        Assert.That(Study.Parse(quick.Text).Cells.Select(cell => cell.Text), Is.EqualTo(quick.Cells.Select(cell => cell.Text)));
    }

    [Test]
    public void A_quick_look_says_what_it_cut_down()
    {
        var text = ScenarioText.Metering + "\n    quick: { fleet: 4, duration: 7 min }";
        var study = ScenarioText.Load(text, new RunRequest { Quick = true });
        var comparison = study.Scenario.Comparisons.First();

        Assert.That(
            AsRun.Differences(study.Scenario, comparison.Value, study.Cells, replications: 2).Select(line => line.Replace('\u00A0', ' ')),
            Has.Some.Matches("^meter\\.count 4 instead of \\d+$")
                .And.Some.Matches("^7 min instead of ")
                .And.Some.Matches("^2 replications instead of \\d+$")
        );
    }

    [Test]
    public void Only_the_comparisons_that_were_named_are_run() =>
        Assert.That(
            Study.Load(Repository.Shipped, new RunRequest { Comparisons = ["metering-consumers"] }).Cells.Select(cell => cell.Comparison),
            Is.All.EqualTo("metering-consumers")
        );

    [TestCase("five-g-uplift*", 4)]
    [TestCase("*mediation", 2)]
    [TestCase("lpwan-?????s", 1)]
    public void A_pattern_names_all_comparisons_that_fit(string pattern, int comparisons) =>
        Assert.That(
            Study
                .Load(Repository.Shipped, new RunRequest { Quick = true, Comparisons = [pattern] })
                .Cells.Select(cell => cell.Comparison)
                .Distinct()
                .Count(),
            Is.EqualTo(comparisons)
        );

    [Test]
    public void Nothing_that_fits_is_told_with_what_is_legal() =>
        Assert.That(
            () => ScenarioText.Load(ScenarioText.Metering, new RunRequest { Comparisons = ["six-g*"] }),
            Throws.TypeOf<ScenarioException>().With.Message.StartsWith("-s six-g*: no comparison fits 'six-g*'. Legal here: ")
        );

    [Test]
    public void The_beginning_of_several_names_is_told_with_the_nearest_and_the_pattern() =>
        Assert.That(
            () => Study.Load(Repository.Shipped, new RunRequest { Comparisons = ["industrial-control"] }),
            Throws
                .TypeOf<ScenarioException>()
                .With.Message.Contains("did you mean 'industrial-control-place'?")
                .And.Message.EndsWith("; 'industrial-control*' means all that begin so")
        );

    [Test]
    public void A_value_can_be_set()
    {
        var request = new RunRequest { Settings = [("jobs.metering.parties.meter.count", "11")] };

        Assert.That(ScenarioText.Load(ScenarioText.Metering, request).Cells[0].Plan.Tier("meter").Count, Is.EqualTo(11));
    }

    [Test]
    public void A_value_that_was_set_is_in_the_effective_scenario() =>
        Assert.That(
            ScenarioText.Load(ScenarioText.Metering, new RunRequest { Settings = [("study.duration", "17 min")] }).Text,
            Does.Contain("duration: 17 min")
        );

    [Test]
    public void What_does_not_fit_into_a_frame_is_infeasible_and_says_why() =>
        Assert.That(
            Infeasible.Cells.Single(cell => !cell.IsFeasible && cell.Architecture == "direct").Plan.Infeasible.Single(),
            Does.StartWith("relation 'reading': ").And.Contains("60")
        );

    [Test]
    public void What_is_infeasible_is_in_the_manifest_with_its_reason()
    {
        using var results = new ResultBench();
        results.Run(Infeasible);

        Assert.That(
            JsonFile
                .ReadManifest(results.Path)
                .Comparisons[0]
                .Infeasible.Select(cell => (cell.Architecture, cell.Point, cell.Reason.Length > 20)),
            Is.EqualTo([("direct", "access=lorawan-eu868", true), ("mediated", "access=lorawan-eu868", true)])
        );
    }

    [Test]
    public void What_is_feasible_is_run_beside_what_is_not()
    {
        using var results = new ResultBench();
        results.Run(Infeasible);

        Assert.That(results.Rows<RunRow>().Select(row => row.Point).Distinct(), Is.EqualTo(["access=lte-cat1"]));
    }

    private static Study Infeasible =>
        ScenarioText.Load(ScenarioText.Metering.Replace("4 x 16 bit", "60 x 8 bit", StringComparison.Ordinal));

    private static IReadOnlyList<Cell> Quick(string comparison) =>
        Study.Load(Repository.Shipped, new RunRequest { Quick = true, Comparisons = [comparison] }).Cells;
}
