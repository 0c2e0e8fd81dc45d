using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Network;

/// <summary>Who needs which information from whom: a relation of a job, as the network sees it.</summary>
/// <param name="Index">Number of the relation in the run [1].</param>
/// <param name="Name">Its name in the scenario.</param>
/// <param name="Consumers">Names of the intended consumers; a message is for every one of them.</param>
/// <param name="Content">What a message carries; each protocol encodes it in its own way.</param>
/// <param name="Deadline">Within which a message is useful; null if there is no deadline.</param>
public sealed record Relation(int Index, string Name, IReadOnlyList<string> Consumers, Content Content, Duration? Deadline)
{
    /// <summary>The chain of causes that it ends; null if no other relation causes its messages.</summary>
    public Chain? Chain { get; init; }
}
