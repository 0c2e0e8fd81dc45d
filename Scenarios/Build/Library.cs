using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Energy;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Scenarios.Files;
using M2mVsIoTSim.Scenarios.Model;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Build;

/// <summary>Devices, batteries, radio modules and prices, as the library's files describe them; every figure has a source.</summary>
public sealed class Library
{
    /// <summary>What the options of the infrastructure begin with.</summary>
    private static readonly string[] Infrastructure = ["station", "gateway", "backhaul"];

    private const string DeviceFile = "devices.yaml";
    private const string BatteryFile = "batteries.yaml";
    private const string ModuleFile = "modules.yaml";
    private const string PriceFileName = "prices.yaml";

    /// <summary>Voltage at which the electronics of a mains-fed device run [V]; a choice, usual for such devices.</summary>
    private const double MainsVolts = 3.3;

    /// <summary>Efficiency of the converter between a cell and a consumer with a higher voltage [1].</summary>
    public const double ConverterEfficiency = 0.9;
    private const string ConverterSource = "data sheets of step-up converters for single cells: 85 to 95 % from 10 mA on; middle";

    private Library(
        IReadOnlyDictionary<string, DeviceSpec> devices,
        IReadOnlyDictionary<string, BatterySpec> batteries,
        IReadOnlyDictionary<string, RadioModule> modules,
        PriceFile prices,
        string text
    )
    {
        Prices = prices;
        Devices = devices;
        Batteries = batteries;
        Modules = modules;
        Text = text;
    }

    /// <summary>The library that comes with the program.</summary>
    public static Library Shipped { get; } = Load(Resource(DeviceFile), Resource(BatteryFile), Resource(ModuleFile), Models.Shipped);

    /// <summary>The price list that comes with the program.</summary>
    public static string ShippedPrices => Resource(PriceFileName);

    /// <summary>Devices by name.</summary>
    public IReadOnlyDictionary<string, DeviceSpec> Devices { get; }

    /// <summary>Batteries by name.</summary>
    public IReadOnlyDictionary<string, BatterySpec> Batteries { get; }

    /// <summary>Radio modules by name.</summary>
    public IReadOnlyDictionary<string, RadioModule> Modules { get; }

    /// <summary>The price list.</summary>
    public PriceFile Prices { get; }

    /// <summary>The text of the files, for the hash of cases.</summary>
    public string Text { get; }

    /// <summary>Reads a library from the text of its files.</summary>
    /// <param name="devices">The devices.</param>
    /// <param name="batteries">The batteries on which they run.</param>
    /// <param name="modules">The radio modules.</param>
    /// <param name="models">The technologies that modules fit.</param>
    /// <param name="prices">The price list; that which comes with the program if absent.</param>
    /// <exception cref="InvalidDataException">A file is wrong; the message lists everything.</exception>
    public static Library Load(string devices, string batteries, string modules, Models models, string? prices = null)
    {
        var problems = new Problems();
        prices ??= ShippedPrices;
        var priceList = YamlTree.Parse(prices, PriceFileName, problems) is { } tree
            ? new Binder(problems, new Places()).Bind<PriceFile>(tree)
            : null;
        var read = (
            Devices: Read<DeviceSpec>(devices, DeviceFile, problems),
            Batteries: Read<BatterySpec>(batteries, BatteryFile, problems),
            Modules: Read<ModuleSpec>(modules, ModuleFile, problems)
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

            foreach (var (name, device) in read.Devices!.Where(d => !priceList!.Items.ContainsKey(d.Value.Price)))
            {
                problems.Error(new SourcePosition(DeviceFile), $"{name}: {Spelling.Unknown("price", device.Price, priceList!.Items.Keys)}");
            }
        }

        var checkedModules = problems.HasErrors
            ? null
            : read.Modules!.ToDictionary(module => module.Key, module => new RadioModule(module.Key, module.Value));
        foreach (var module in checkedModules?.Values.AsEnumerable() ?? [])
        {
            Check(module, models, problems);
        }

        return problems.HasErrors
            ? throw new InvalidDataException($"The library is broken:\n{problems}")
            : new Library(
                read.Devices!,
                read.Batteries!,
                checkedModules!,
                priceList!,
                devices + batteries + modules + prices + DayProfiles.Text
            );
    }

    /// <summary>The modules that fit a technology, in the order of the library.</summary>
    public IEnumerable<RadioModule> ModulesFor(string technology) => Modules.Values.Where(module => module.Fits(technology));

    /// <summary>The figures of a radio that a module does not say of itself in a technology, so that the technology's defaults stand: those that other modules do say, and all that a radio draws.</summary>
    /// <param name="module">The module.</param>
    /// <param name="technology">Name of a technology that it fits.</param>
    public IReadOnlySet<string> LeftOpenBy(RadioModule module, string technology)
    {
        var said = module.FiguresIn(technology).Keys;
        var sayable = Modules.Values.SelectMany(one => one.Technologies.SelectMany(fitting => one.FiguresIn(fitting).Keys)).ToHashSet();
        return RecordShape
            .For(Catalog.Technologies.First(entry => entry.Name == technology).Options)
            .Properties.Where(property => sayable.Contains(property.Key) || IsDrawnByRadio(property))
            .Select(property => property.Key)
            .Except(said)
            .ToHashSet();
    }

    /// <summary>Whether an option is a current or voltage of the device's radio; those of the infrastructure have its name in front.</summary>
    private static bool IsDrawnByRadio(PropertyShape property) =>
        property.Info.GetCustomAttributes(typeof(UnitAttribute), false) is [UnitAttribute { Symbol: "A" or "V" }]
        && !Infrastructure.Any(word => property.Key.StartsWith($"{word}-", StringComparison.Ordinal));

    /// <summary>The battery of a device when new; null for mains, or without a device.</summary>
    /// <param name="device">Name of the device.</param>
    /// <param name="temperature">Where it works [°C].</param>
    public Battery? BatteryOf(string? device, double temperature = Derating.RoomTemperature) =>
        device is not null && Devices[device].Supply.Battery is { } name ? New(Batteries[name], temperature) : null;

    /// <summary>Whether whoever uses the devices of a tier recharges them, so that nobody is sent to change batteries.</summary>
    internal bool IsRecharged(TierPlan tier) => tier.Party?.Device is { } device && Devices[device].BatteryUpkeep is { By: Upkeep.User };

    /// <summary>What a temperature leaves of a battery: usable charge [Ah] and self-discharge [1/a].</summary>
    /// <param name="battery">Its name.</param>
    /// <param name="temperature">Not colder than its figures reach [°C].</param>
    public (double UsableCharge, double SelfDischarge) DeratedAt(string battery, double temperature)
    {
        var spec = Batteries[battery];
        return (spec.Capacity.Value * spec.Usable.Value * spec.TemperatureShares.At(temperature), SelfDischargeAt(spec, temperature));
    }

    /// <summary>The coldest temperature for which the battery of a device has figures, and its name [°C]; null without a battery.</summary>
    public (string Battery, double Temperature)? ColdestOf(string? device) =>
        device is not null && Devices.TryGetValue(device, out var spec) && spec.Supply.Battery is { } name
            ? (name, Batteries[name].TemperatureShares.Points[0].At)
            : null;

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
        return new PowerProfile(device, VoltsOf(spec), [new PowerState("device", spec.SleepCurrent.Value)]);
    }

    /// <summary>What sensing draws, evenly spread over the time between reports; null where the device has no figure of it.</summary>
    /// <param name="device">Name of the device.</param>
    /// <param name="reports">Reports per device [1/s].</param>
    public PowerProfile? SensingPower(string? device, double reports)
    {
        if (device is null || Devices[device] is not { SensingEnergy: { } energy } spec)
        {
            return null;
        }

        var volts = VoltsOf(spec);
        return new PowerProfile(device, volts, [new PowerState("sensing", energy.Value * reports / volts)]);
    }

    /// <summary>The figures of a device and its battery, with their sources.</summary>
    public IEnumerable<AssumptionManifest> AssumptionsOf(string device)
    {
        var spec = Devices[device];
        yield return Assumption(
            $"{device}: sleep current",
            Written(spec.SleepCurrent.Value, "A"),
            spec.SleepCurrent.Source,
            spec.SleepCurrent.Mark
        );
        if (spec.SensingEnergy is { } sensing)
        {
            yield return Assumption($"{device}: sensing energy per report", Written(sensing.Value, "J"), sensing.Source, sensing.Mark);
        }

        if (spec.Supply.Battery is not { } name)
        {
            yield break;
        }

        var battery = Batteries[name];
        yield return Assumption($"{name}: capacity", Written(battery.Capacity.Value, "Ah"), battery.Capacity.Source, battery.Capacity.Mark);
        if (battery.ChargeByCurrent is { } charges)
        {
            var points = string.Join(", ", charges.Points.Select(point => $"{Written(point.Charge, "Ah")} at {Written(point.At, "A")}"));
            yield return Assumption($"{name}: capacity by mean current", points, charges.Source, charges.Mark);
        }

        yield return Assumption($"{name}: usable share", Written(battery.Usable.Value, "1"), battery.Usable.Source, battery.Usable.Mark);
        yield return Assumption(
            $"{name}: self-discharge",
            Written(battery.SelfDischarge.Value, "1/year"),
            battery.SelfDischarge.Source,
            battery.SelfDischarge.Mark
        );
        if (battery.PulseCurrent is { } pulse)
        {
            yield return Assumption($"{name}: pulse current", Written(pulse.Value, "A"), pulse.Source, pulse.Mark);
        }

        yield return Assumption(
            "converter to a radio's higher voltage: efficiency",
            Written(ConverterEfficiency, "1"),
            ConverterSource,
            Mark.FromMemory
        );
    }

    /// <summary>What a temperature makes of the battery of a device, with the sources; nothing on mains.</summary>
    /// <param name="device">Name of the device.</param>
    /// <param name="temperature">Where it works [°C].</param>
    public IEnumerable<AssumptionManifest> AssumptionsAt(string device, double temperature)
    {
        if (Devices[device].Supply.Battery is not { } name)
        {
            yield break;
        }

        var battery = Batteries[name];
        var at = $"{name} at {Written(temperature, "°C")}";
        yield return Assumption(
            $"{at}: share of the charge",
            Rounded(battery.TemperatureShares.At(temperature), "1"),
            battery.TemperatureShares.Source,
            battery.TemperatureShares.Mark
        );
        yield return Assumption(
            $"{at}: self-discharge",
            Rounded(SelfDischargeAt(battery, temperature), "1/year"),
            "that at 20 °C, doubled with every 10 °C",
            Mark.Derived
        );
    }

    /// <summary>What a module sets must be options of the technologies that it fits, with legal values.</summary>
    private static void Check(RadioModule module, Models models, Problems problems)
    {
        foreach (var technology in module.Technologies)
        {
            var place = new SourcePosition($"{ModuleFile}: {module.Name}");
            if (models.Technologies.FirstOrDefault(entry => entry.Name == technology) is not { } entry)
            {
                problems.Error(place, Spelling.Unknown("technology", technology, models.Technologies.Select(one => one.Name)));
                continue;
            }

            try
            {
                entry.Create(module.Preset(technology, entry.Options, problems));
            }
            catch (ArgumentException e)
            {
                problems.Error(place, $"in {technology}: {e.Message}");
            }
        }
    }

    private static AssumptionManifest Assumption(string name, string value, string source, Mark mark) =>
        new(name, value, "", source, Names.Kebab(mark.ToString()));

    private static string Written(double value, string unit) => UnitTable.Format(value, UnitTable.Find(unit));

    /// <summary>A computed value, of which the first digits tell everything.</summary>
    private static string Rounded(double value, string unit) => Written(Math.Round(value, 5), unit);

    private static double SelfDischargeAt(BatterySpec spec, double temperature) =>
        spec.SelfDischarge.Value * Derating.SelfDischargeFactor(temperature);

    private double VoltsOf(DeviceSpec spec) => spec.Supply.Battery is { } name ? Batteries[name].Voltage.Value : MainsVolts;

    private static Battery New(BatterySpec spec, double temperature) =>
        new(
            Battery.FromAmpereHours(spec.Capacity.Value),
            spec.Usable.Value * spec.TemperatureShares.At(temperature),
            SelfDischargeAt(spec, temperature),
            volts: spec.Voltage.Value,
            efficiency: ConverterEfficiency
        )
        {
            RateShare = current => (spec.ChargeByCurrent?.At(current) ?? spec.Capacity.Value) / spec.Capacity.Value,
        };

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
