using M2mVsIoTSim.Network;

namespace M2mVsIoTSim.Protocols;

/// <summary>A message on its way through CoAP, in one datagram or in blocks, and the account of it.</summary>
internal sealed class CoapTransfer(in Message message, int length)
{
    private readonly Message _message = message;

    /// <summary>The message.</summary>
    public ref readonly Message Message => ref _message;

    /// <summary>Octets of its content [B].</summary>
    public int Length { get; } = length;

    /// <summary>The block that its receiver expects next [1].</summary>
    public int NextBlock { get; set; }

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

    /// <summary>A copy has come of what arrived before.</summary>
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
