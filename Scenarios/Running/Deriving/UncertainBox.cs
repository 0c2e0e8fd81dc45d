using M2mVsIoTSim.Analysis.Claims;
using M2mVsIoTSim.Analysis.Data;

namespace M2mVsIoTSim.Scenarios.Running.Deriving;

/// <summary>Runs what the claims on a comparison ask for at points of the plausible ranges of its uncertain inputs, so that verdicts are about the ranges and not about one point.</summary>
/// <remarks>
/// A Latin hypercube around one point of the cross; both sides of a claim are run at each of its points under the same luck as in the comparison. Where no claim asks, nothing is run.
/// </remarks>
/// <param name="seed">Of the study.</param>
internal sealed class UncertainBox(ulong seed) : IDerivation
{
    /// <summary>The kind of these cells.</summary>
    public const string Name = "uncertain";

    /// <summary>Points in a full run, where the comparison says nothing [1]; chosen: twice the terms of a quadratic surface over two inputs.</summary>
    public const int Points = 12;

    /// <summary>Points in a quick run [1]; chosen: enough for a plane over two or three inputs together with the nominal point.</summary>
    public const int QuickPoints = 4;

    /// <summary>Replications at each point [1]: luck is the same at all of them, so the surface smooths what is left.</summary>
    private const int Replications = 2;

    /// <summary>What became known of the ranges, by comparison.</summary>
    public Dictionary<string, BoxManifest> Boxes { get; } = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public string Kind => Name;

    /// <inheritdoc/>
    public IEnumerable<DerivedCell> Cells(DerivedFrom from)
    {
        if (from.Comparison.Uncertain.Count == 0 || new UncertainInputs(from).Read() is not { } inputs)
        {
            return [];
        }

        var at = NominalPoint.Of(from);
        var asked = Asked(from, at);
        if (asked.Count == 0)
        {
            return [];
        }

        Boxes[from.Name] = new BoxManifest($"{DesignPoint.Of(at)}", inputs);
        var count = from.Request.Quick ? QuickPoints : from.Comparison.UncertainPoints ?? Points;
        var replications = Math.Min(from.Cells[0].Replications, from.Request.Quick ? 1 : Replications);
        return
        [
            .. LatinHypercube
                .Of([.. inputs.Select(input => input.Factor)], count, seed)
                .SelectMany(place => asked.Select(cell => new DerivedCell(cell.Architecture, At(cell.Point, inputs, place), replications))),
        ];
    }

    /// <summary>The cells that the claims hold against each other at the point; those that a quick run leaves out are not there.</summary>
    private static List<(string Architecture, IReadOnlyList<(string Factor, string Value)> Point)> Asked(
        DerivedFrom from,
        IReadOnlyList<(string Factor, string Value)> at
    )
    {
        var own = from.Cells.Select(cell => (cell.Architecture, Point: $"{cell.Point}")).ToHashSet();
        return
        [
            .. from
                .Scenario.Claims.Values.Where(claim => claim.Comparison == from.Name)
                .SelectMany(claim => ClaimCondition.Parse(claim.HoldsIf).Terms)
                .Select(term =>
                    (
                        term.Architecture,
                        Point: (IReadOnlyList<(string Factor, string Value)>)
                            [
                                .. at.Select(one =>
                                    term.At.FirstOrDefault(held => held.Factor == one.Factor) is { Factor: not null } held ? held : one
                                ),
                            ]
                    )
                )
                .DistinctBy(cell => (cell.Architecture, $"{DesignPoint.Of(cell.Point)}"))
                .Where(cell => own.Contains((cell.Architecture, $"{DesignPoint.Of(cell.Point)}"))),
        ];
    }

    /// <summary>A point with the uncertain inputs behind its factors, or in their place where it has them.</summary>
    private static IReadOnlyList<(string Factor, string Value)> At(
        IReadOnlyList<(string Factor, string Value)> point,
        IReadOnlyList<UncertainInput> inputs,
        double[] place
    ) =>
        [
            .. point.Where(one => inputs.All(input => input.Factor != one.Factor)),
            .. inputs.Select((input, i) => (input.Factor, input.Text(input.Low + (place[i] * (input.High - input.Low))))),
        ];
}
