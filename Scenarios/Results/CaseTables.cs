using System.Security.Cryptography;
using System.Text;
using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Scenarios.Results.Measures;

namespace M2mVsIoTSim.Scenarios.Results;

/// <summary>Turns what is known of a case into rows of the result files: each kind of measure has a class of its own.</summary>
/// <param name="run">What is known.</param>
internal sealed class CaseTables(CaseFindings run)
{
    private readonly CaseSheet _sheet = new(run.Cell, run.Replication);

    /// <summary>The result of the case.</summary>
    /// <param name="key">Hash of everything that determines it.</param>
    public CaseResult ToResult(string key)
    {
        var batteries = new BatteryMeasures(run, _sheet);
        AddTraffic();
        AddFleets(batteries);
        new DetectionMeasures(run, _sheet).Add();
        new PromiseMeasures(run, _sheet).Check();
        new EnergyMeasures(run, _sheet).AddField();
        var use = new UseMeasures(run, _sheet);
        use.AddAir();
        use.AddUse();
        new StructureMeasures(run, _sheet).Add();
        new SetupMeasures(run, batteries, _sheet).Add();
        new CostMeasures(run, batteries, _sheet).Add();
        _sheet.Add("", "events", run.Network.Simulation.EventsFired);
        return new CaseResult(
            run.Cell.CaseId(run.Replication),
            key,
            Digest(),
            run.Network.Simulation.EventsFired,
            _sheet.Runs,
            _sheet.Distributions,
            _sheet.Hops,
            _sheet.Topology,
            _sheet.Costs,
            run.Usages,
            [.. OutsideDomain().Select(finding => _sheet.About(finding)), .. _sheet.Warnings]
        );
    }

    private void AddTraffic()
    {
        var deliveries = new DeliveryMeasures(run, _sheet);
        foreach (var relation in run.Probes.Deliveries.Relations)
        {
            deliveries.Add(relation);
        }
    }

    private void AddFleets(BatteryMeasures batteries)
    {
        var energy = new EnergyMeasures(run, _sheet);
        var movement = new MovementMeasures(run, _sheet);
        foreach (var (tier, fleet) in run.Energy)
        {
            energy.Add(tier, fleet);
            batteries.Add(tier, fleet);
            movement.Add(tier);
        }

        foreach (var (tier, load) in run.Network.Loads)
        {
            energy.Add(tier, load);
        }
    }

    private IEnumerable<string> OutsideDomain() =>
        run.Network.Equipment.SelectMany(equipment => equipment.Installation.OutsideDomain).Distinct();

    private string Digest()
    {
        var text =
            RowFile.ToText(_sheet.Runs)
            + RowFile.ToText(_sheet.Distributions)
            + RowFile.ToText(_sheet.Hops)
            + RowFile.ToText(_sheet.Topology)
            + RowFile.ToText(_sheet.Costs);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];
    }
}
