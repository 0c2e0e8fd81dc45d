using M2mVsIoTSim.Network;

namespace M2mVsIoTSim.Platform;

/// <summary>Passes messages on at once, and counts them.</summary>
internal sealed class Passage : IProcessor, ICountsMessages
{
    /// <inheritdoc/>
    public long Messages { get; private set; }

    /// <inheritdoc/>
    public void Process(in Message message, Node node)
    {
        Messages += 1 + message.Branch.Children.Count;
        node.Dispatch(message);
    }
}
