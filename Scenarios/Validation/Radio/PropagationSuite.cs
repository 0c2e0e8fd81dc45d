using System.Globalization;
using System.Text.RegularExpressions;
using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Radio.Propagation;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Validation.Radio;

/// <summary>Path loss and line of sight at check points.</summary>
internal static partial class PropagationSuite
{
    private const double DeviceHeight = 1.5;

    public static ValidationSuite Create() =>
        new(
            "propagation",
            "Path loss and line of sight",
            "3GPP TR 38.901, Okumura and Hata 1980, Petäjäjärvi et al. 2015, Magrin et al. 2017, Friis 1946: their formulas as they stand in ns-3, FLoRa and signetlabdei/lorawan, evaluated independently of this program and rounded to 0.001.",
            "Devices at 1.5 m; stations at 30 m (Hata), 25 m (UMa), 10 m (UMi), 35 m (RMa), 1.5 m where the straight-line distance is given. Tolerance 0.05 dB, 0.001 for probabilities.",
            [],
            [.. ReferenceData.Rows("propagation-checks.csv").Select(Row)]
        );

    private static ValidationRow Row(ReferenceData.Row row)
    {
        var (name, condition, expected) = (row["model"], row["condition"], row.Number("value"));
        var isChance = name.Contains("(probability)", StringComparison.Ordinal);
        return new ValidationRow(
            $"{name}, {condition}",
            isChance ? "1" : "dB",
            expected,
            Criterion.Within(isChance ? 0.001 : 0.05),
            () => Measurement.Computed(Value(name, Metres(condition)))
        );
    }

    private static double Value(string name, double distance)
    {
        var words = name.Split(' ');
        var carrier = Carrier(name);
        LinkGeometry Link(double station) => new(distance, station, DeviceHeight, carrier);
        return (words[0], words.ElementAtOrDefault(1)) switch
        {
            ("free", _) => PathLoss.FreeSpace(distance, carrier),
            ("Oulu", _) => PathLoss.Oulu(distance),
            ("Magrin", _) => PathLoss.LogDistance(distance, 3.76, 7.7),
            ("Hata", "urban") => new HataModel(HataEnvironment.MediumCity).Median(Link(30), true),
            ("Hata", _) => new HataModel(HataEnvironment.Suburban).Median(Link(30), true),
            ("UMa", "P_LOS") => new UrbanMacroModel().SightProbability(Link(25)),
            ("UMi", "P_LOS") => new UrbanMicroModel().SightProbability(Link(10)),
            ("RMa", "P_LOS") => new RuralMacroModel().SightProbability(Link(35)),
            ("UMa", var sight) => new UrbanMacroModel().Median(Link(25), sight == "LOS"),
            ("UMi", var sight) => new UrbanMicroModel().Median(Link(10), sight == "LOS"),
            ("RMa", var sight) => new RuralMacroModel().Median(Link(35), sight == "LOS"),
            ("InF-LOS", _) => new IndoorFactoryModel(FactoryClutter.SparseLow).Median(Link(DeviceHeight), true),
            ("InF-SL", _) => new IndoorFactoryModel(FactoryClutter.SparseLow).Median(Link(DeviceHeight), false),
            ("InF-DH", _) => new IndoorFactoryModel(FactoryClutter.DenseHigh).Median(Link(DeviceHeight), false),
            _ => throw new InvalidOperationException($"Check point '{name}' is not known."),
        };
    }

    private static Frequency Carrier(string name)
    {
        var match = Gigahertz().Match(name);
        return match.Success ? (double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) * 1000).Megahertz : 868.0.Megahertz;
    }

    private static double Metres(string condition)
    {
        var words = condition.Split('=')[1].Split(' ');
        return double.Parse(words[0], CultureInfo.InvariantCulture) * (words[1] == "km" ? 1000 : 1);
    }

    [GeneratedRegex(@"([\d.]+) GHz")]
    private static partial Regex Gigahertz();
}
