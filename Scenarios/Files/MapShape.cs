using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Files;

/// <summary>Named values.</summary>
internal sealed class MapShape(Type itemType, UnitAttribute? unit, string? kind, string? advice = null) : Shape
{
    public Type ItemType { get; } = itemType;

    public Shape Item => field ??= Of(ItemType, unit, kind, advice);
}
