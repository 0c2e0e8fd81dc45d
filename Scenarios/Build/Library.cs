using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Energy;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Scenarios.Files;
using M2mVsIoTSim.Scenarios.Model;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Build;

/// <summary>Devices and batteries, as the library's files describe them; every figure has a source.</summary>
public sealed class Library
{
    private const string DeviceFile = "devices.yaml";
    private const string BatteryFile = "batteries.yaml";

    /// <summary>Voltage at which the electronics of a mains-fed device run [V]; a choice, usual for such devices.</summary>
    private const double MainsVolts = 3.3;

    /// <summary>Efficiency of the converter between a cell and a consumer with a higher voltage [1].</summary>
    private const double ConverterEfficiency = 0.9;
    private const string ConverterSource = "data sheets of step-up converters for single cells: 85 to 95 % from 10 mA on; middle";

    private Library(IReadOnlyDictionary<string, DeviceSpec> devices, IReadOnlyDictionary<string, BatterySpec> batteries, string text)
    {
        Devices = devices;
        Batteries = batteries;
        Text = text;
    }

    /// <summary>The library that comes with the program.</summary>
    public static Library Shipped { get; } = Load(Resource(DeviceFile), Resource(BatteryFile));

    /// <summary>Devices by name.</summary>
    public IReadOnlyDictionary<string, DeviceSpec> Devices { get; }

    /// <summary>Batteries by name.</summary>
    public IReadOnlyDictionary<string, BatterySpec> Batteries { get; }

    /// <summary>The text of the files, for the hash of cases.</summary>
    public string Text { get; }

    /// <summary>Reads a library from the text of its two files.</summary>
    /// <exception cref="InvalidDataException">A file is wrong; the message lists everything.</exception>
    public static Library Load(string devices, string batteries)
    {
        var problems = new Problems();
        var read = (
            Devices: Read<DeviceSpec>(devices, DeviceFile, problems),
            Batteries: Read<BatterySpec>(batteries, BatteryFile, problems)
        );
        if (!problems.HasErrors)
        {
            foreach (var (name, device) in read.Devices!.Where(d => d.Value.Supply.Battery is { } b && !read.Batteries!.ContainsKey(b)))
            {
                problems.Error(
                    new SourcePosition(DeviceFile),
                    $"{name}: {Spelling.Unknown("battery", device.Supply.Battery!, read.Batteries!.Keys)}"
                );
            }
        }

        return problems.HasErrors
            ? throw new InvalidDataException($"The library is broken:\n{problems}")
            : new Library(read.Devices!, read.Batteries!, devices + batteries);
    }

    /// <summary>The battery of a device when new; null for mains, or without a device.</summary>
    public Battery? BatteryOf(string? device) =>
        device is not null && Devices[device].Supply.Battery is { } name ? New(Batteries[name]) : null;

    /// <summary>Greatest current that the battery of a device gives for a short time [A]; null for mains, or if it is not known.</summary>
    public double? PulseCurrentOf(string? device) =>
        device is not null && Devices[device].Supply.Battery is { } name ? Batteries[name].PulseCurrent?.Value : null;

    /// <summary>What a device draws besides its radio.</summary>
    public PowerProfile? BasePower(string? device)
    {
        if (device is null)
        {
            return null;
        }

        var spec = Devices[device];
        var volts = spec.Supply.Battery is { } name ? Batteries[name].Voltage.Value : MainsVolts;
        return new PowerProfile(device, volts, [new PowerState("device", spec.SleepCurrent.Value)]);
    }

    /// <summary>The figures of a device and its battery, with their sources.</summary>
    public IEnumerable<AssumptionManifest> AssumptionsOf(string device)
    {
        var spec = Devices[device];
        yield return Assumption(
            $"{device}: sleep current",
            UnitTable.Format(spec.SleepCurrent.Value, UnitTable.Find("A")),
            spec.SleepCurrent.Source,
            spec.SleepCurrent.Mark
        );
        if (spec.Supply.Battery is { } name)
        {
            var battery = Batteries[name];
            yield return Assumption(
                $"{name}: capacity",
                UnitTable.Format(battery.Capacity.Value, UnitTable.Find("Ah")),
                battery.Capacity.Source,
                battery.Capacity.Mark
            );
            yield return Assumption(
                $"{name}: usable share",
                UnitTable.Format(battery.Usable.Value, UnitTable.Find("1")),
                battery.Usable.Source,
                battery.Usable.Mark
            );
            yield return Assumption(
                $"{name}: self-discharge",
                UnitTable.Format(battery.SelfDischarge.Value, UnitTable.Find("1/year")),
                battery.SelfDischarge.Source,
                battery.SelfDischarge.Mark
            );
            if (battery.PulseCurrent is { } pulse)
            {
                yield return Assumption(
                    $"{name}: pulse current",
                    UnitTable.Format(pulse.Value, UnitTable.Find("A")),
                    pulse.Source,
                    pulse.Mark
                );
            }

            yield return Assumption(
                "converter to a radio's higher voltage: efficiency",
                UnitTable.Format(ConverterEfficiency, UnitTable.Find("1")),
                ConverterSource,
                Mark.FromMemory
            );
        }
    }

    private static AssumptionManifest Assumption(string name, string value, string source, Mark mark) =>
        new(name, value, "", source, Names.Kebab(mark.ToString()));

    private static Battery New(BatterySpec spec) =>
        new(
            Battery.FromAmpereHours(spec.Capacity.Value),
            spec.Usable.Value,
            spec.SelfDischarge.Value,
            volts: spec.Voltage.Value,
            efficiency: ConverterEfficiency
        );

    private static IReadOnlyDictionary<string, T>? Read<T>(string text, string name, Problems problems) =>
        YamlTree.Parse(text, name, problems) is { } tree
            ? new Binder(problems, new Places()).Bind<IReadOnlyDictionary<string, T>>(tree)
            : null;

    private static string Resource(string name)
    {
        using var stream =
            typeof(Library).Assembly.GetManifestResourceStream($"Library.{name}")
            ?? throw new InvalidOperationException($"The library file '{name}' is not part of the program.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
