using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Files;

/// <summary>Chooses how a type is read from text.</summary>
internal static class ScalarCodecs
{
    /// <summary>The codec of a type that is written as one piece of text, or null for any other.</summary>
    public static ScalarCodec? For(Type type, UnitAttribute? unit)
    {
        if (type == typeof(string))
        {
            return new TextCodec();
        }

        if (type == typeof(bool))
        {
            return new TruthCodec();
        }

        if (type == typeof(Duration))
        {
            return new DurationCodec(Bounds.Of(unit, UnitTable.Find("s")));
        }

        if (type == typeof(Frequency))
        {
            return Quantity(UnitTable.Find("Hz"), unit, number => new Frequency(number), value => ((Frequency)value).Hertz);
        }

        if (type == typeof(BitRate))
        {
            return Quantity(UnitTable.Find("bit/s"), unit, number => new BitRate(number), value => ((BitRate)value).BitsPerSecond);
        }

        if (type.IsEnum)
        {
            return new EnumCodec(type);
        }

        if (type.GetInterfaces().Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IWritten<>)))
        {
            return (ScalarCodec)Activator.CreateInstance(typeof(WrittenCodec<>).MakeGenericType(type), unit)!;
        }

        return Number(type, unit is null ? UnitTable.One : UnitTable.Find(unit.Symbol), unit);
    }

    private static ScalarCodec? Number(Type type, MeasureUnit held, UnitAttribute? unit)
    {
        var isPlain = held == UnitTable.One;
        var bounds = Bounds.Of(unit, held);
        return Type.GetTypeCode(type) switch
        {
            TypeCode.Double => Quantity(held, unit, number => number, value => (double)value),
            TypeCode.Int32 when isPlain => new WholeNumberCodec<int>(bounds),
            TypeCode.Int64 when isPlain => new WholeNumberCodec<long>(bounds),
            TypeCode.UInt64 when isPlain => new WholeNumberCodec<ulong>(bounds),
            TypeCode.Int32 => Quantity(held, unit, number => Whole(number, int.MaxValue) ? (int)number : null, value => (int)value),
            TypeCode.Int64 => Quantity(held, unit, number => Whole(number, 1L << 53) ? (long)number : null, value => (long)value),
            _ => null,
        };
    }

    private static QuantityCodec Quantity(MeasureUnit held, UnitAttribute? unit, Func<double, object?> wrap, Func<object, double> unwrap) =>
        new(held, Bounds.Of(unit, held), wrap, unwrap);

    private static bool Whole(double number, long limit) => number == Math.Truncate(number) && Math.Abs(number) <= limit;
}
