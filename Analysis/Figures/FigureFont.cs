using System.Collections.Concurrent;
using ScottPlot;
using SkiaSharp;

namespace M2mVsIoTSim.Analysis.Figures;

/// <summary>Finds the font of all figures. Without one the plotting library would leave every label out and say nothing.</summary>
public static class FigureFont
{
    /// <summary>Environment variable that names a font file to be used instead of the system's fonts.</summary>
    public const string Variable = "M2MIOT_FONT";

    /// <summary>Sans-serif fonts with Greek letters and arrows, in order of preference.</summary>
    private static readonly string[] Preferred =
    [
        "DejaVu Sans",
        "Noto Sans",
        "Liberation Sans",
        "Segoe UI",
        "Helvetica Neue",
        "Arial",
        "Verdana",
    ];

    private static readonly Lazy<string> Chosen = new(() =>
    {
        var name = Choose(Environment.GetEnvironmentVariable(Variable), [.. SKFontManager.Default.FontFamilies]);
        Fonts.Default = name;
        return name;
    });

    private static readonly ConcurrentDictionary<(float Size, bool Bold), SKFont> Sizes = [];

    /// <summary>Name of the font; the first use makes it the plotting library's default.</summary>
    /// <exception cref="FontMissingException">There is no usable font.</exception>
    public static string Name => Chosen.Value;

    /// <summary>The font in one size [px].</summary>
    /// <remarks>
    /// Kept for good: of a font that nothing else refers to, the library's call into native code holds the handle alone, and
    /// garbage collected meanwhile on another thread would free what is being measured.
    /// </remarks>
    internal static SKFont Of(float size, bool bold) =>
        Sizes.GetOrAdd((size, bold), key => new SKFont(Fonts.GetTypeface(Name, key.Bold, italic: false), key.Size));

    /// <summary>Picks a font.</summary>
    /// <param name="file">A font file, or null.</param>
    /// <param name="installed">Families that the system has.</param>
    /// <exception cref="FontMissingException">The file is no font, or no family can write what figures need.</exception>
    internal static string Choose(string? file, IReadOnlyList<string> installed)
    {
        if (!string.IsNullOrEmpty(file))
        {
            using var typeface = SKTypeface.FromFile(file);
            if (typeface is null || !CanWrite(typeface))
                throw new FontMissingException($"{Variable} is '{file}', which is not a font file with Latin letters and 'µ', '±'.");
            Fonts.AddFontFile(typeface.FamilyName, file, bold: false, italic: false);
            Fonts.AddFontFile(typeface.FamilyName, file, bold: true, italic: false);
            return typeface.FamilyName;
        }
        return Preferred
                .Where(name => installed.Contains(name, StringComparer.OrdinalIgnoreCase))
                .Concat(installed.Order(StringComparer.Ordinal))
                .FirstOrDefault(CanWrite)
            ?? throw new FontMissingException(
                "No font is installed, so figures would have no titles or labels. Debian, Ubuntu: apt-get install fonts-dejavu-core. "
                    + $"Alpine: apk add font-dejavu. Or name a font file: {Variable}=/path/to/font.ttf."
            );
    }

    private static bool CanWrite(string family)
    {
        using var typeface = SKFontManager.Default.MatchFamily(family);
        return typeface is not null && CanWrite(typeface);
    }

    private static bool CanWrite(SKTypeface typeface) => typeface.ContainsGlyphs("Aa1%µ±−");
}
