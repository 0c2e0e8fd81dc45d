using M2mVsIoTSim.Network;

namespace M2mVsIoTSim.Protocols;

/// <summary>A message on its way in datagrams, and whether it has arrived or been reported as dropped.</summary>
internal class MessageAccount(in Message message)
{
    private readonly Message _message = message;

    /// <summary>The message.</summary>
    public ref readonly Message Message => ref _message;

    /// <summary>Whether it has reached the other end.</summary>
    public bool IsDelivered { get; private set; }

    /// <summary>Whether it has been reported as dropped.</summary>
    public bool IsWithdrawn { get; private set; }

    /// <summary>Hands the message to a node; one that came before is told apart, one given up stays lost.</summary>
    public void Deliver(Node node, in Frame frame)
    {
        var (message, now) = (_message, node.Simulation.Now);
        message.EndCrossing(frame, now);
        if (IsDelivered)
        {
            node.Observers.Duplicate(message, now);
        }
        else if (!IsWithdrawn)
        {
            IsDelivered = true;
            node.Receive(message);
        }
    }

    /// <summary>A copy has come; it counts only if the first has arrived.</summary>
    public void Repeat(Node node, in Frame frame)
    {
        if (IsDelivered)
        {
            Deliver(node, frame);
        }
    }

    /// <summary>Reports the message as dropped, unless it has arrived or been reported before.</summary>
    public void Withdraw(Node node, DropReason reason)
    {
        if (!IsDelivered && !IsWithdrawn)
        {
            IsWithdrawn = true;
            node.Observers.Dropped(_message, reason, node.Simulation.Now);
        }
    }
}
