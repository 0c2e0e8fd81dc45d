namespace M2mVsIoTSim.Analysis.Figures;

/// <summary>A figure of a comparison.</summary>
public sealed class Figure
{
    private readonly Func<string, Sheet> _draw;
    private string? _svg;

    internal Figure(string name, string title, string caption, Func<string, Sheet> draw) =>
        (Name, Title, Caption, _draw) = (name, title, caption, draw);

    /// <summary>Stem of its files.</summary>
    public string Name { get; }

    /// <summary>The title: what it shows, in a sentence.</summary>
    public string Title { get; }

    /// <summary>How to read it.</summary>
    public string Caption { get; }

    /// <summary>The figure as SVG; the same data give the same bytes.</summary>
    /// <exception cref="FontMissingException">There is no font for its labels.</exception>
    public string ToSvg() => _svg ??= _draw(Title).ToSvg();

    /// <summary>The figure as PNG.</summary>
    /// <exception cref="FontMissingException">There is no font for its labels.</exception>
    public byte[] ToPng() => _draw(Title).ToPng();

    /// <summary>The same figure, which says in its title that it comes from a quick run.</summary>
    internal Figure MarkedQuick() => new(Name, $"{Title} (quick run)", Caption, _draw);

    /// <summary>Writes the figure as SVG and as PNG into <paramref name="directory"/>.</summary>
    /// <exception cref="FontMissingException">There is no font for its labels.</exception>
    public void Save(string directory)
    {
        File.WriteAllText(Path.Combine(directory, Name + ".svg"), ToSvg());
        File.WriteAllBytes(Path.Combine(directory, Name + ".png"), ToPng());
    }
}
