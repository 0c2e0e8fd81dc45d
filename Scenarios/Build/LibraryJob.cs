using M2mVsIoTSim.Scenarios.Files;
using M2mVsIoTSim.Scenarios.Model;

namespace M2mVsIoTSim.Scenarios.Build;

/// <summary>A job of the library of applications.</summary>
/// <param name="Name">Its name, by which comparisons call it.</param>
/// <param name="Job">What it says.</param>
/// <param name="Tree">The same as it is written.</param>
/// <param name="Text">Its file.</param>
public sealed record LibraryJob(string Name, Job Job, YamlMapping Tree, string Text)
{
    /// <summary>Every figure that is written, by its path as in a cross, with its value and source.</summary>
    public IEnumerable<(string Path, string Value, FigureSource Source)> Figures =>
        JobFigures.Of(Tree).Select(figure => (figure.Path, YamlText.Line(figure.Value), Job.Sources![figure.Path]));
}
