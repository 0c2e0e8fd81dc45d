namespace M2mVsIoTSim.Units;

/// <summary>Current of a transmitter by its power, as data sheets print it: some points, straight lines between them, level beyond them.</summary>
public sealed class PowerCurve : IEquatable<PowerCurve>
{
    private readonly (double Power, double Current)[] _points;

    /// <param name="points">At least one: transmit power [dBm], strictly ascending, and current there, not negative [A].</param>
    /// <exception cref="ArgumentException">No point, powers out of order, or a current below 0.</exception>
    public PowerCurve(params IEnumerable<(double Power, double Current)> points)
    {
        _points = [.. points];
        if (_points.Length == 0)
        {
            throw new ArgumentException("A curve has at least one point.", nameof(points));
        }

        for (var i = 0; i < _points.Length; i++)
        {
            var (power, current) = _points[i];
            if (!double.IsFinite(power) || !(current >= 0) || double.IsInfinity(current))
            {
                throw new ArgumentException($"{current} A at {power} dBm is no point: currents are not negative.", nameof(points));
            }

            if (i > 0 && power <= _points[i - 1].Power)
            {
                throw new ArgumentException($"{power} dBm follows {_points[i - 1].Power} dBm: powers ascend.", nameof(points));
            }
        }
    }

    /// <summary>Transmit power [dBm] and current [A] of each point.</summary>
    public IReadOnlyList<(double Power, double Current)> Points => _points;

    /// <summary>The same current whatever the power.</summary>
    /// <param name="current">Not negative [A].</param>
    public static PowerCurve Constant(double current) => new((0, current));

    /// <summary>Current at a power [A].</summary>
    /// <param name="power">Transmit power [dBm].</param>
    public double At(double power) => Polyline.At(_points, power);

    /// <inheritdoc/>
    public bool Equals(PowerCurve? other) => other is not null && _points.AsSpan().SequenceEqual(other._points);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PowerCurve);

    /// <inheritdoc/>
    public override int GetHashCode() => _points.Aggregate(0, HashCode.Combine);
}
