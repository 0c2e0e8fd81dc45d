using M2mVsIoTSim.Scenarios.Files;

namespace M2mVsIoTSim.Scenarios.Build;

/// <summary>Factors and options of one plan in words, worked out once however many others it is held against.</summary>
/// <param name="plan">The plan.</param>
internal sealed class Standing(Plan plan)
{
    /// <summary>An option whose value follows from the supply where it is not written.</summary>
    private const string PowerSaving = "power-saving";

    /// <summary>An option whose value follows from what comes back where it is not written.</summary>
    private const string ReleaseAssistance = "release-assistance";

    private readonly Dictionary<string, Dictionary<string, string>> _values = [];
    private readonly Lazy<IReadOnlyList<(string Factor, string Value)>> _factors = new(() => Footing.Of(plan));
    private readonly Lazy<IReadOnlyList<SleepingModem>> _modems = new(() => plan.Modems);
    private readonly Lazy<IReadOnlyList<ReleasingModem>> _releases = new(() => plan.Releases);

    /// <summary>The plan.</summary>
    public Plan Plan => plan;

    /// <inheritdoc cref="Footing.Of"/>
    public IReadOnlyList<(string Factor, string Value)> Factors => _factors.Value;

    /// <summary>The options of a model.</summary>
    /// <param name="model">Of what.</param>
    public Dictionary<string, string> Values(string model)
    {
        if (!_values.TryGetValue(model, out var values))
        {
            _values[model] = values = Joined(model, used => Values(used.Options));
        }

        return values;
    }

    /// <summary>The options of a model where modules differ.</summary>
    /// <param name="model">Of what.</param>
    /// <param name="given">Options of which it is not told what they are where the module, or the lack of one, says it.</param>
    public Dictionary<string, string> Values(string model, IReadOnlySet<string> given) =>
        given.Count == 0 ? Values(model) : Joined(model, used => Values(used, given));

    private Dictionary<string, string> Joined(string model, Func<ModelUse, IEnumerable<KeyValuePair<string, string>>> options)
    {
        var values = Footing
            .Uses(plan, model)
            .SelectMany(options)
            .GroupBy(option => option.Key, option => option.Value)
            .ToDictionary(option => option.Key, option => Footing.Join(option.Order(StringComparer.Ordinal)));
        var modems = _modems.Value.Where(modem => modem.Technology == model).Select(modem => modem.PowerSaving).ToList();
        if (modems.Count > 0)
        {
            values[PowerSaving] = Footing.Join(modems.Order(StringComparer.Ordinal));
        }

        var releases = _releases.Value.Where(modem => modem.Technology == model).Select(modem => modem.Release).ToList();
        if (releases.Count > 0)
        {
            values[ReleaseAssistance] = Footing.Join(releases.Order(StringComparer.Ordinal));
        }

        return values;
    }

    private static IEnumerable<KeyValuePair<string, string>> Values(ModelUse used, IReadOnlySet<string> given)
    {
        var type = used.Options.GetType();
        var preset = Values(used.Module?.Preset(used.Model, type, new Problems()) ?? Activator.CreateInstance(type)!);
        return Values(used.Options)
            .Select(option =>
                given.Contains(option.Key) && preset.GetValueOrDefault(option.Key) == option.Value
                    ? KeyValuePair.Create(option.Key, "that of the module")
                    : option
            );
    }

    private static Dictionary<string, string> Values(object options) =>
        ((YamlMapping)new EffectiveWriter().Tree(options)).Entries.ToDictionary(
            entry => entry.Key.Text,
            entry => YamlText.Line(entry.Value)
        );
}
