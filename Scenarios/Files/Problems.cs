namespace M2mVsIoTSim.Scenarios.Files;

/// <summary>Collects the problems of all files, so that users see all their mistakes at once.</summary>
public sealed class Problems
{
    private readonly List<Problem> _found = [];
    private readonly HashSet<Problem> _known = [];
    private readonly HashSet<SourcePosition> _places = [];

    /// <summary>Whether anything stops us.</summary>
    public bool HasErrors => _found.Any(problem => problem.Severity == Severity.Error);

    /// <summary>Whether something is wrong at a place.</summary>
    public bool Has(SourcePosition place) => _places.Contains(place);

    /// <summary>Everything found, without repetitions: files in the order of their first problem, then by line and column.</summary>
    public IReadOnlyList<Problem> InOrder()
    {
        var files = _found.Select(problem => problem.Place.File).Distinct().ToList();
        return
        [
            .. _found
                .OrderBy(problem => files.IndexOf(problem.Place.File))
                .ThenBy(problem => problem.Place.Line)
                .ThenBy(problem => problem.Place.Column),
        ];
    }

    /// <summary>Adds a problem, once: a value behind an alias is read as often as it is used.</summary>
    public void Add(Problem problem)
    {
        if (_known.Add(problem))
        {
            _found.Add(problem);
            _places.Add(problem.Place);
        }
    }

    /// <summary>Adds something that stops us.</summary>
    public void Error(SourcePosition place, string text) => Add(new Problem(place, text));

    /// <summary>Adds something to look at.</summary>
    public void Warning(SourcePosition place, string text) => Add(new Problem(place, text, Severity.Warning));

    /// <summary>One problem a line, in order.</summary>
    public override string ToString() => string.Join('\n', InOrder());
}
