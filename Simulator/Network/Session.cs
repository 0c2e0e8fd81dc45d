using M2mVsIoTSim.Kernel;

namespace M2mVsIoTSim.Network;

/// <summary>One edge between two nodes: a TCP connection, a LoRaWAN activation, a bus. Moves messages either way.</summary>
/// <param name="near">The end on the side of the hop's <c>from</c>.</param>
/// <param name="far">The end on the side of the hop's <c>to</c>.</param>
public abstract class Session(Node near, Node far)
{
    /// <summary>The end on the side of the hop's <c>from</c>.</summary>
    public Node Near { get; } = near;

    /// <summary>The end on the side of the hop's <c>to</c>.</summary>
    public Node Far { get; } = far;

    /// <summary>Sends a message from one of the ends to the other.</summary>
    /// <remarks>Ends with exactly one of <see cref="Node.Receive"/> at the other end or <see cref="Observers.Dropped"/>.</remarks>
    /// <param name="message">Heads for the branch of this edge.</param>
    /// <param name="sender"><see cref="Near"/> or <see cref="Far"/>.</param>
    public abstract void Send(in Message message, Node sender);

    /// <summary>Fetches what it will need to send a message of the near end; see <see cref="IForewarnedTarget"/>.</summary>
    internal virtual void Forewarn() => CacheLine.Fetch(this);

    /// <summary>One of the ends works again after a failure; a client that is to receive has to connect.</summary>
    public virtual void Recovered(Node end) { }

    /// <summary>Called once when the run begins, e.g. to connect and subscribe.</summary>
    public virtual void Open() { }
}
