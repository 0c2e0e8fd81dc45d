using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Files;

/// <summary>Currents by transmit power: <c>{ 2 dBm: 24 mA, 14 dBm: 44 mA }</c>, or one current whatever the power.</summary>
/// <param name="unit">Unit and bounds of the currents; no current is below 0.</param>
internal sealed class CurveShape(UnitAttribute? unit) : Shape
{
    private static readonly SourcePosition Nowhere = new("effective");

    /// <summary>Reads and writes the power of a point.</summary>
    public ScalarCodec Power { get; } = ScalarCodecs.For(typeof(double), new UnitAttribute("dBm"))!;

    /// <summary>Reads and writes the current of a point.</summary>
    public ScalarCodec Current { get; } =
        ScalarCodecs.For(
            typeof(double),
            new UnitAttribute("A") { Minimum = Math.Max(0, unit?.Minimum ?? 0), Maximum = unit?.Maximum ?? double.PositiveInfinity }
        )!;

    public override string? Legal => Current.Legal;

    /// <summary>What must be written, with examples in single quotes.</summary>
    public static string Expected => "currents by transmit power such as '{ 2 dBm: 24 mA, 14 dBm: 44 mA }', or one current such as '29 mA'";

    /// <summary>The curve as it may be written in a file.</summary>
    public YamlNode Write(PowerCurve curve) =>
        curve.Points is [var only] && curve.Equals(PowerCurve.Constant(only.Current))
            ? Scalar(Current, only.Current)
            : new YamlMapping(
                [.. curve.Points.Select(point => new YamlEntry(Scalar(Power, point.Power), Scalar(Current, point.Current)))],
                Nowhere
            );

    private static YamlScalar Scalar(ScalarCodec codec, double value) => new(codec.Write(value), false, Nowhere);
}
