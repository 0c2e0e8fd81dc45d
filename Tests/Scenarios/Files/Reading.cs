using M2mVsIoTSim.Scenarios.Files;

namespace M2mVsIoTSim.Tests.Scenarios.Files;

/// <summary>Reads a text into a record, with everything that came of it.</summary>
internal sealed class Reading<T>
    where T : class
{
    public Reading(string text, params string[] technologies)
    {
        var names = new Dictionary<string, IReadOnlyCollection<string>>();
        if (technologies.Length > 0)
        {
            names["technology"] = technologies;
        }

        Tree = YamlTree.Parse(text, "f.yaml", Problems);
        var value = Tree is null ? null : new Binder(Problems, Places) { LegalNames = names }.Bind<T>(Tree);
        Value = Problems.HasErrors ? null : value;
    }

    public Problems Problems { get; } = new();

    public Places Places { get; } = new();

    public YamlNode? Tree { get; }

    public T? Value { get; }

    public string Messages => Problems.ToString();

    /// <summary>The record, in a test that expects it to be right.</summary>
    public T Good => Value ?? throw new AssertionException(Messages);
}
