using M2mVsIoTSim.Scenarios.Files;

namespace M2mVsIoTSim.Scenarios.Build;

/// <summary>Points at the place in the file of something that is wrong with what it means.</summary>
/// <param name="problems">Collects them.</param>
/// <param name="places">Knows where everything was written.</param>
public sealed class Complaints(Problems problems, Places places)
{
    private readonly HashSet<(SourcePosition Place, string Kind, string Name)> _unknown = [];

    /// <summary>Whether anything stops us.</summary>
    public bool Any => problems.HasErrors;

    /// <summary>All problems so far.</summary>
    public Problems Problems => problems;

    /// <summary>Where everything was written.</summary>
    public Places Places => places;

    /// <summary>Whether a part is not what was meant: what follows from that is not worth a complaint.</summary>
    public bool IsGap(object thing, string part) => places.IsGap(thing, part);

    /// <summary>Something is wrong with an object.</summary>
    public void Add(object thing, string text) => At(places.Of(thing), text);

    /// <summary>Something is wrong with a property of an object.</summary>
    public void Add(object thing, string property, string text) => At(places.Of(thing, property), text);

    /// <summary>A name is not known. It is told once, although what is legal may differ between the cells in which it is met.</summary>
    public void AddUnknown(object thing, string property, string kind, string name, IEnumerable<string> legal)
    {
        var place = places.Of(thing, property);
        if (_unknown.Add((place, kind, name)))
        {
            At(place, Spelling.Unknown(kind, name, legal));
        }
    }

    /// <summary>Something is wrong at a place.</summary>
    public void At(SourcePosition place, string text) => problems.Error(place, text);
}
