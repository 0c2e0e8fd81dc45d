using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Files;

/// <summary>Says which units fit.</summary>
internal static class UnitAdvice
{
    public static string For(MeasureUnit unit)
    {
        var fitting = UnitTable.Fitting(unit);
        return fitting.Count == 1
            ? $"; the unit is {fitting[0].Symbol}"
            : $"; units that fit: {string.Join(", ", fitting.Select(fit => fit.Symbol))}";
    }
}
