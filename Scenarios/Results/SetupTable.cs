using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Scenarios.Build;
using M2mVsIoTSim.Scenarios.Files;
using M2mVsIoTSim.Scenarios.Running;

namespace M2mVsIoTSim.Scenarios.Results;

/// <summary>What is set up by hand in each cell that can be run, step by step; it follows from the plan alone.</summary>
internal static class SetupTable
{
    public static IEnumerable<SetupRow> Of(IEnumerable<Cell> cells) => cells.Where(IsKnown).SelectMany(Of);

    private static bool IsKnown(Cell cell) => cell.IsFeasible && Onboarding.Unknown(cell.Plan).Count == 0;

    private static IEnumerable<SetupRow> Of(Cell cell) =>
        [
            .. Onboarding.Devices(cell.Plan).SelectMany(party => Rows(cell, "add-device", party, Onboarding.OfDevice(cell.Plan, party))),
            .. Onboarding
                .Consumers(cell.Plan)
                .SelectMany(party => Rows(cell, "add-consumer", party, Onboarding.OfConsumer(cell.Plan, party))),
            .. Onboarding
                .Credentials(cell.Plan)
                .Select((one, i) => Row(cell, "credential", "", i + 1, one.Of, one.What, Names.Kebab($"{one.Kind}"), one.Count)),
        ];

    private static IEnumerable<SetupRow> Rows(Cell cell, string purpose, TierPlan party, IReadOnlyList<SetupTask> tasks) =>
        tasks.Select((task, i) => Row(cell, purpose, party.Name, i + 1, task.Where, task.What, task.Why, task.Count));

    private static SetupRow Row(Cell cell, string purpose, string party, int number, string where, string what, string why, double count) =>
        new(cell.Comparison, cell.Architecture, $"{cell.Point}", purpose, party, number, where, what, why, count);
}
