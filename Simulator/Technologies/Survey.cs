using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;

namespace M2mVsIoTSim.Technologies;

/// <summary>Places of an area, with a luck of their own: what whoever plans knows of it before anything is built.</summary>
/// <remarks>The same for every replication and size of the fleets, so that what is built is a decision.</remarks>
/// <param name="Places">Where members of each fleet might stand, by its name; they take no part in the run.</param>
/// <param name="Random">Their luck, such as shadowing.</param>
public sealed record Survey(IReadOnlyDictionary<string, IReadOnlyList<Node>> Places, Randomness Random)
{
    /// <summary>What is decided by them.</summary>
    public Decision Decision { get; init; } = new();

    /// <summary>The places of a fleet.</summary>
    public IReadOnlyList<Node> PlacesOf(string fleet) => Places[fleet];
}
