using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Files;

/// <summary>How a type stands in a file; read, written and described by walking it.</summary>
internal abstract class Shape
{
    /// <summary>The legal range of the numbers in it in words, or null where every value is legal.</summary>
    public virtual string? Legal => null;

    /// <summary>The shape of a type.</summary>
    /// <param name="type">The type.</param>
    /// <param name="unit">Unit and bounds of the numbers in it, or null.</param>
    /// <param name="kind">What the texts in it name, or null.</param>
    /// <param name="advice">What to write where a text in it does not fit, or null.</param>
    /// <exception cref="InvalidOperationException">The type cannot stand in a file; a mistake in the program.</exception>
    public static Shape Of(Type type, UnitAttribute? unit = null, string? kind = null, string? advice = null)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (typeof(YamlNode).IsAssignableFrom(type))
        {
            return new RawShape(type);
        }

        if (type == typeof(PowerCurve))
        {
            return new CurveShape(unit);
        }

        if (ScalarCodecs.For(type, unit) is { } codec)
        {
            return new ScalarShape(codec, kind) { Advice = advice };
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
        {
            return new ListShape(type.GenericTypeArguments[0], unit, kind, advice);
        }

        if (
            type.IsGenericType
            && type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>)
            && type.GenericTypeArguments[0] == typeof(string)
        )
        {
            return new MapShape(type.GenericTypeArguments[1], unit, kind, advice);
        }

        return RecordShape.For(type);
    }

    /// <summary>Whether a path of keys and names may lead somewhere: what stands under a foreign key of a short form is not known here.</summary>
    public bool Has(ReadOnlySpan<string> path) =>
        path.IsEmpty
        || this switch
        {
            RecordShape record => record.Find(path[0]) is { } property ? property.Shape.Has(path[1..]) : record.Entry is not null,
            MapShape map => map.Item.Has(path[1..]),
            ListShape list => list.Item.Has(path[1..]),
            _ => true,
        };
}
