using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using M2mVsIoTSim.Scenarios.Files;

namespace M2mVsIoTSim.Scenarios.Model;

/// <summary>What a message carries: <c>4 x 16 bit</c> are four values of 16 bit each.</summary>
/// <param name="Values">Number of values, 1 to 10 000 [1].</param>
/// <param name="BitsEach">Resolution of each, 1 to 64 [bit].</param>
public readonly record struct CarriedContent(int Values, int BitsEach) : IWritten<CarriedContent>
{
    private const int MostValues = 10_000;
    private const int MostBits = 64;

    /// <inheritdoc/>
    public static string Expected => "what a message carries, such as '4 x 16 bit'";

    /// <inheritdoc/>
    public static bool TryRead(string text, out CarriedContent value, [NotNullWhen(false)] out string? problem)
    {
        value = default;
        problem = null;
        if (
            text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) is not [var values, "x" or "×", var bits, "bit"]
            || !int.TryParse(values, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            || !int.TryParse(bits, NumberStyles.None, CultureInfo.InvariantCulture, out var each)
        )
        {
            problem = "it is a number of values, 'x', and the resolution of each in bit";
        }
        else if (count is < 1 or > MostValues || each is < 1 or > MostBits)
        {
            problem = $"legal are 1 to {MostValues} values of 1 to {MostBits} bit";
        }
        else
        {
            value = new CarriedContent(count, each);
        }

        return problem is null;
    }

    /// <summary>The content as it may be written in a file.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Values} x {BitsEach} bit");
}
