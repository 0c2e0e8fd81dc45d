namespace M2mVsIoTSim.Network;

/// <summary>Acts when a message has reached its consumer: sends an answer, sets an output, calls the next person.</summary>
public interface IArrivalListener
{
    /// <summary>A message has reached a consumer, for the first time.</summary>
    /// <param name="message">At the end of its way.</param>
    /// <param name="node">Where the consumer sits.</param>
    void Arrived(in Message message, Node node);
}
