using M2mVsIoTSim.Scenarios.Running;

namespace M2mVsIoTSim.Tests.Scenarios.Running;

/// <summary>The worked example of docs/results.md: a battery's life from the energies of a run, the voltages and the data of the cell.</summary>
public sealed class BatteryByHandTests
{
    private const double CellVolts = 3.6;
    private const double UsableAmpereHours = 2.6 * 0.85;
    private const double SelfDischarge = 0.01;
    private const double HoursPerYear = 365.25 * 24;

    // At 3.3 V the radio draws its current from the cell; at 3.7 V it takes its energy through a converter of 90 %.
    [TestCase("lorawan-eu868", 1 / 3.3, 1e-6)]
    [TestCase("nb-iot", 1 / (0.9 * CellVolts), 0.02)]
    public void A_battery_lives_as_long_as_a_reader_of_the_tables_works_out(string access, double coulombsPerJoule, double tolerance)
    {
        var study = ScenarioText.Load(
            $$"""
            study: { seed: 7, duration: 24 h }
            jobs:
              cold:
                source: a worked example
                area: { radius: 200 m }
                parties: { probe: { count: 10, device: lithium-sensor }, reader: { kind: application } }
                relations: { temperature: { from: probe, to: reader, carries: 3 x 16 bit, every: 1 h } }
            architectures:
              direct:
                hops:
                  - { from: probe, to: head-end, over: [{{access}}, operator-core, internet], speaks: udp }
                  - { from: head-end, to: reader, over: internet, speaks: push }
            comparisons:
              life: { question: "?", job: cold, cross: { architecture: [direct] } }
            """
        );
        var rows = CaseRunner.Run(study.Cells[0], study, 1, study.KeyOf(study.Cells[0], 1), CancellationToken.None).Runs;
        double Of(string metric) => rows.Single(row => row.Relation == "probe" && row.Metric == metric).Value;

        var device = Of("energy:lithium-sensor, device");
        var coulombs = device / CellVolts + (Of("energy-per-day") - device) * coulombsPerJoule;
        var years = UsableAmpereHours / (coulombs / 86400) / HoursPerYear;

        Assert.That(Math.Log(1 + SelfDischarge * years) / SelfDischarge, Is.EqualTo(Of("battery-life")).Within(100 * tolerance).Percent);
    }
}
