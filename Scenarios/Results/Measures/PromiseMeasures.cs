using M2mVsIoTSim.Network;
using M2mVsIoTSim.Scenarios.Build;
using M2mVsIoTSim.Technologies;

namespace M2mVsIoTSim.Scenarios.Results.Measures;

/// <summary>Whether what equipment was built for comes true.</summary>
internal sealed class PromiseMeasures(CaseFindings run, CaseSheet sheet)
{
    /// <summary>
    /// Compares what arrives with what equipment was built for. Luck is drawn device by device, so devices set how far a share may stray: clearly
    /// below is one percent, for what is lost elsewhere, and three standard errors.
    /// </summary>
    public void Check()
    {
        foreach (var equipment in run.Network.Equipment)
        {
            foreach (var (relation, promise) in Promised(equipment))
            {
                var promised = promise.Delivery;
                var spread = Math.Sqrt(promised * (1 - promised) / run.Network.Plan.Tier(promise.Fleet).Count);
                var outcomes = Enumerable
                    .Range(0, relation.Consumers.Count)
                    .Select(consumer => run.Probes.Deliveries.Of(relation, consumer))
                    .ToList();
                var (sent, delivered) = (outcomes.Sum(outcome => outcome.Sent), outcomes.Sum(outcome => outcome.Delivered));
                if (delivered < sent * (promised - 0.01 - 3 * spread))
                {
                    sheet.Warn(
                        string.Create(
                            System.Globalization.CultureInfo.InvariantCulture,
                            $"clearly less of {relation.Name} arrives than the {promised * 100:0.##} % that {equipment.Name} was built for; its losses by reason say why"
                        )
                    );
                }
            }
        }
    }

    /// <summary>The relations that start at a fleet to which equipment promises something, and what.</summary>
    private IEnumerable<(Relation Relation, Promise Promise)> Promised(Equipment equipment) =>
        from promise in equipment.Installation.Promises
        from relation in run.Probes.Deliveries.Relations
        where promise.Delivery > 0 && run.Network.Plan.Job.Relations[relation.Name].From == promise.Fleet
        select (relation, promise);
}
