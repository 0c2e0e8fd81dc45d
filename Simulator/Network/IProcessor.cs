namespace M2mVsIoTSim.Network;

/// <summary>Work that a node does on a message before passing it on, such as a broker's queueing station.</summary>
public interface IProcessor
{
    /// <summary>
    /// Takes a message; when done, ends the processing stage of its edge and calls <see cref="Node.Dispatch"/>, or reports a drop.
    /// </summary>
    void Process(in Message message, Node node);
}
