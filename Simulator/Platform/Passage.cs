using M2mVsIoTSim.Network;

namespace M2mVsIoTSim.Platform;

/// <summary>Passes messages on at once, and counts them.</summary>
internal sealed class Passage : IProcessor, ICountsMessages
{
    /// <inheritdoc/>
    public MessageCounts Messages { get; } = new();

    /// <inheritdoc/>
    public void Process(in Message message, Node node)
    {
        Messages.Add(message.Branch.Relation, 1 + message.Branch.Children.Count);
        node.Dispatch(message);
    }
}
