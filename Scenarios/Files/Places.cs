using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace M2mVsIoTSim.Scenarios.Files;

/// <summary>Remembers where each object that was read, and each of its parts, was written, and which parts could not be read.</summary>
/// <remarks>
/// Objects are told apart by reference, so a copy made with <c>with</c> has no place of its own until <see cref="Copy"/> gives it one.
/// Parts are properties by their C# name, entries of a dictionary by their key, and items of a list by their number.
/// </remarks>
public sealed class Places
{
    private readonly Dictionary<object, Record> _records = new(ReferenceEqualityComparer.Instance);

    /// <summary>Whether the object was read, or is the default of a property of one that was.</summary>
    public bool Knows(object thing) => _records.ContainsKey(thing);

    /// <summary>Where an object was written: its key where it has one. A default is where its owner is.</summary>
    /// <exception cref="ArgumentException">The object was not read; a mistake in the program.</exception>
    public SourcePosition Of(object thing) => Find(thing).Place;

    /// <summary>Where the value of a property or of an entry was written; where it was not, the place of the object.</summary>
    /// <exception cref="ArgumentException">The object was not read; a mistake in the program.</exception>
    public SourcePosition Of(object thing, string part)
    {
        var record = Find(thing);
        return record.Parts.GetValueOrDefault(part, record.Place);
    }

    /// <summary>Where an item of a list was written.</summary>
    /// <exception cref="ArgumentException">The list was not read; a mistake in the program.</exception>
    public SourcePosition Of(object list, int index) => Of(list, index.ToString(CultureInfo.InvariantCulture));

    /// <summary>Whether a property or an entry was written, rather than left at its default.</summary>
    /// <exception cref="ArgumentException">The object was not read; a mistake in the program.</exception>
    public bool IsGiven(object thing, string part) => Find(thing).Parts.ContainsKey(part);

    /// <summary>
    /// Whether a part is not what was meant, because it, or what should have been it, could not be read. The mistake has been told: what
    /// follows from it is none.
    /// </summary>
    /// <remarks>A list or a dictionary that is a gap may hold some of what was meant.</remarks>
    public bool IsGap(object thing, string part) => TryFind(thing, out var record) && record.Gaps.Contains(part);

    /// <summary>Gives a changed copy the places of its original.</summary>
    /// <exception cref="ArgumentException">The original was not read; a mistake in the program.</exception>
    public void Copy(object original, object copy) => _records[copy] = Find(original);

    internal void Set(object thing, SourcePosition place, IReadOnlyDictionary<string, SourcePosition> parts, IReadOnlySet<string> gaps) =>
        _records[thing] = new Record(place, parts, gaps);

    internal void SetDefault(object thing, SourcePosition place) =>
        _records.TryAdd(thing, new Record(place, new Dictionary<string, SourcePosition>(), new HashSet<string>()));

    private Record Find(object thing) =>
        TryFind(thing, out var record)
            ? record
            : throw new ArgumentException($"A {thing.GetType().Name} was not read from a file.", nameof(thing));

    private bool TryFind(object thing, [NotNullWhen(true)] out Record? record) => _records.TryGetValue(thing, out record);

    private sealed record Record(SourcePosition Place, IReadOnlyDictionary<string, SourcePosition> Parts, IReadOnlySet<string> Gaps);
}
