using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Files;

/// <summary>A list; a single item may stand for a list of one.</summary>
internal sealed class ListShape(Type itemType, UnitAttribute? unit, string? kind, string? advice = null) : Shape
{
    public Type ItemType { get; } = itemType;

    public Shape Item => field ??= Of(ItemType, unit, kind, advice);
}
