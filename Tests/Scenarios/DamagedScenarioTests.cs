using M2mVsIoTSim.Scenarios.Running;

namespace M2mVsIoTSim.Tests.Scenarios;

/// <summary>Whatever is in a scenario, it is refused with messages, never with a crash.</summary>
public sealed class DamagedScenarioTests
{
    private static readonly string[] Junk = ["0", "-1", "1e30", "x", "[]", "{}", "~", "$x", "98 %", "5 min", "meter", "broker"];

    private static readonly string[] Lines = ScenarioText.Metering.Split('\n');

    [Test]
    public void A_scenario_without_one_of_its_lines_never_crashes() =>
        Assert.That(Enumerable.Range(0, Lines.Length).Select(line => Crash(Lines.Where((_, i) => i != line))), Is.All.Null);

    [Test]
    public void A_scenario_with_junk_for_a_value_never_crashes() =>
        Assert.That(Values().SelectMany(value => Junk.Select(junk => Crash(value.Line, value.Start, value.End, junk))), Is.All.Null);

    /// <summary>What stands between a colon and a comma or bracket.</summary>
    private static IEnumerable<(int Line, int Start, int End)> Values()
    {
        for (var line = 0; line < Lines.Length; line++)
        {
            var text = Lines[line];
            for (
                var colon = text.IndexOf(": ", StringComparison.Ordinal);
                colon >= 0;
                colon = text.IndexOf(": ", colon + 1, StringComparison.Ordinal)
            )
            {
                var end = text.IndexOfAny([',', ']', '}'], colon);
                yield return (line, colon + 2, end < 0 ? text.Length : end);
            }
        }
    }

    private static string? Crash(int line, int start, int end, string junk) =>
        Crash(Lines.Select((text, i) => i == line ? $"{text[..start]}{junk} {text[end..]}" : text));

    private static string? Crash(IEnumerable<string> lines)
    {
        var text = string.Join('\n', lines);
        try
        {
            ScenarioText.Load(text, new RunRequest { Quick = true });
            return null;
        }
        catch (ScenarioException)
        {
            return null;
        }
        catch (Exception e)
        {
            return $"{e.GetType().Name}: {e.Message}\n{text}";
        }
    }
}
