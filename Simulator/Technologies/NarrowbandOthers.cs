using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>What transmissions of other networks do to one in an ultra-narrow band: those of its own kind, and LoRa frames.</summary>
/// <param name="options">Loads and powers.</param>
/// <param name="narrow">Those of its own kind.</param>
/// <param name="wide">LoRa frames.</param>
/// <param name="leastRatio">Least ratio of energies that a transmission bears [dB].</param>
internal sealed class NarrowbandOthers(StationOptions options, NarrowbandStrangers narrow, LoRaStrangers wide, double leastRatio)
{
    /// <summary>Steps of the power of foreign frames [1].</summary>
    private const int PowerSteps = 25;

    /// <summary>Expected number that destroy a transmission [1].</summary>
    /// <param name="airtime">Of the transmission.</param>
    /// <param name="bandwidth">Of the transmission.</param>
    /// <param name="power">At the station [dBm].</param>
    public double Destroying(Duration airtime, Frequency bandwidth, double power)
    {
        var sum = 0.0;
        if (options.ForeignLoad > 0)
        {
            var lost = Mean(options.ForeignPowerLow, options.ForeignPowerHigh, level => Lost(narrow.Airtime, narrow.Bandwidth, level));
            sum += narrow.Meets(options.ForeignLoad, bandwidth, airtime) * lost;
        }

        foreach (var part in options.ForeignWidebandLoad > 0 ? wide.Parts : [])
        {
            var near = Math.Min(1, (part.Width.Hertz + bandwidth.Hertz) / narrow.Width.Hertz);
            var share = Decibels.FromLinear(part.Share);
            foreach (var length in wide.Airtimes)
            {
                var lost = Mean(
                    options.ForeignWidebandPowerLow,
                    options.ForeignWidebandPowerHigh,
                    level => Lost(length, part.Width, level + share)
                );
                var meets = wide.Rate(options.ForeignWidebandLoad) / wide.Airtimes.Count * (airtime + length).TotalSeconds * near;
                sum += meets * lost;
            }
        }

        return sum;

        double Lost(Duration length, Frequency width, double level) =>
            NarrowbandContest.Share(
                airtime.TotalSeconds,
                bandwidth.Hertz,
                length.TotalSeconds,
                width.Hertz,
                Decibels.ToLinear(power - level - leastRatio)
            );
    }

    /// <summary>Mean over powers that are uniform in dB.</summary>
    private static double Mean(double low, double high, Func<double, double> lost)
    {
        var step = (high - low) / PowerSteps;
        return Enumerable.Range(0, PowerSteps).Average(i => lost(low + (i + 0.5) * step));
    }
}
