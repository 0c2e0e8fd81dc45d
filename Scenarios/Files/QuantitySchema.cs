using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Files;

/// <summary>What an editor should accept as a quantity.</summary>
internal static class QuantitySchema
{
    private const string Number = @"[+-]?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?";

    public static JsonObject Of(MeasureUnit held, Bounds bounds)
    {
        var text = new JsonObject
        {
            ["type"] = "string",
            ["pattern"] = $@"^\s*{Number}\s*({Units(held)})\s*$",
            ["examples"] = new JsonArray(UnitTable.Example(held)),
        };
        return held == UnitTable.One
            ? new JsonObject { ["anyOf"] = new JsonArray(bounds.AddTo(new JsonObject { ["type"] = "number" }), text) }
            : text;
    }

    private static string Units(MeasureUnit held)
    {
        var above = Symbols(held.Above);
        return held == UnitTable.One ? $"({above})?"
            : held.Below == Dimension.One ? above
            : held.Above == Dimension.One ? $@"({above})?\s*/\s*({Symbols(held.Below)})"
            : $@"({above})\s*/\s*({Symbols(held.Below)})";
    }

    private static string Symbols(Dimension dimension) =>
        string.Join('|', UnitTable.Symbols.Where(symbol => UnitTable.Find(symbol).Above == dimension).Select(Regex.Escape));
}
