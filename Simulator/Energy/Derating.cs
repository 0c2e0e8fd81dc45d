using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Energy;

/// <summary>What temperature and load leave of a battery's charge, and how warmth makes it leak.</summary>
/// <remarks>
/// Usable charge Q = Q_nominal · f_end · f_T(T) · f_rate(I): the share up to the cut-off voltage, a table by temperature, and a table by mean current, with straight
/// lines between their points. Self-discharge doubles with every 10 °C (Arrhenius' rule of thumb). That is the cautious side for lithium thionyl chloride,
/// of which data sheets give 5 to 10 % a year at 70 °C where the rule gives 32 %. Left out: change of temperature in the course of a day or year,
/// recovery between pulses, loss of voltage under pulses in the cold.
/// </remarks>
public static class Derating
{
    /// <summary>The temperature at which data sheets state capacity and self-discharge [°C].</summary>
    public const double RoomTemperature = 20;

    /// <summary>Share of the charge that is left at a temperature, f_T [1].</summary>
    /// <param name="points">Temperature [°C], ascending, and share there [1].</param>
    /// <param name="temperature">Not below the coldest point; above the warmest the share is level [°C].</param>
    /// <exception cref="ArgumentOutOfRangeException">Colder than the table tells.</exception>
    public static double TemperatureShare((double Temperature, double Share)[] points, double temperature)
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentOutOfRangeException.ThrowIfLessThan(temperature, points[0].Temperature);
        return Polyline.At(points, temperature);
    }

    /// <summary>Charge that is left under a mean current, Q_nominal · f_rate [any unit of charge]; level beyond the ends of the table.</summary>
    /// <param name="points">Current [A], ascending, and charge there.</param>
    /// <param name="current">Not negative [A].</param>
    public static double ChargeAt((double Current, double Charge)[] points, double current)
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentOutOfRangeException.ThrowIfNegative(current);
        return Polyline.At(points, current);
    }

    /// <summary>By how much faster a battery leaks than at room temperature: 2^((T − 20 °C)/10 °C) [1].</summary>
    /// <param name="temperature">Temperature [°C].</param>
    public static double SelfDischargeFactor(double temperature) => Math.Pow(2, (temperature - RoomTemperature) / 10);
}
