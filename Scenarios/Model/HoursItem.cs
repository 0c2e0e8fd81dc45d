using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using M2mVsIoTSim.Scenarios.Files;

namespace M2mVsIoTSim.Scenarios.Model;

/// <summary>A part of how a rate follows the day: a weight of one hour, hours in which something happens, or the name of a profile.</summary>
public sealed record HoursItem : IWritten<HoursItem>
{
    /// <summary>Weight of an hour, not negative [1].</summary>
    public double? Weight { get; private init; }

    /// <summary>From which hour of the day on, 0 to 23, until which, 1 to 24; past midnight if that is not later [h].</summary>
    public (int From, int Until)? Span { get; private init; }

    /// <summary>A profile of the library.</summary>
    public string? Profile { get; private init; }

    /// <inheritdoc/>
    public static string Expected => "a weight, hours of the day or a profile, such as '7-22'";

    /// <inheritdoc/>
    public static bool TryRead(string text, [MaybeNullWhen(false)] out HoursItem value, [NotNullWhen(false)] out string? problem)
    {
        ArgumentNullException.ThrowIfNull(text);
        (value, problem) = (null, null);
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var weight))
        {
            value = new HoursItem { Weight = weight };
            problem = weight >= 0 && double.IsFinite(weight) ? null : "a weight is a number that is not negative";
        }
        else if (
            text.Split('-') is [var first, var last]
            && int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var from)
            && int.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var until)
        )
        {
            value = new HoursItem { Span = (from, until) };
            problem =
                from <= 23 && until is >= 1 and <= 24 && from != until
                    ? null
                    : "hours begin at 0 to 23 and end at 1 to 24, at another hour";
        }
        else if (text.Length > 0 && char.IsAsciiLetter(text[0]))
        {
            value = new HoursItem { Profile = text };
        }
        else
        {
            problem = "it is a number, two hours with '-' between them, or a name";
        }

        return problem is null;
    }

    /// <summary>The item as it may be written in a file.</summary>
    public override string ToString() =>
        Profile
        ?? (
            Span is { } span
                ? string.Create(CultureInfo.InvariantCulture, $"{span.From}-{span.Until}")
                : Weight!.Value.ToString("R", CultureInfo.InvariantCulture)
        );
}
