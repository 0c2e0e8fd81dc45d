using M2mVsIoTSim.Network;

namespace M2mVsIoTSim.Protocols;

/// <summary>The messages of one end, which wait for a connection and go over it.</summary>
internal sealed class PushLane(TransportSession session, Node sender, int buffer, ConnectionLife life, bool isConfirmed, UnitFactory unitOf)
{
    private Queue<Message>? _waiting;
    private TcpConnection? _connection;
    private bool _isConnected;
    private bool _isClosing;

    public void Send(in Message message)
    {
        if ((_waiting?.Count ?? 0) + (_connection?.Client.Backlog ?? 0) >= buffer)
        {
            sender.Observers.Dropped(message, DropReason.QueueFull, sender.Simulation.Now);
        }
        else if (_isConnected && life == ConnectionLife.Persistent)
        {
            _connection!.Client.Write(unitOf(message));
        }
        else
        {
            (_waiting ??= new Queue<Message>()).Enqueue(message);
            ConnectIfNeeded();
        }
    }

    public void Connected()
    {
        _isConnected = true;
        var end = _connection!.Client;
        if (life == ConnectionLife.Persistent)
        {
            while (_waiting!.TryDequeue(out var message))
            {
                end.Write(unitOf(message));
            }
        }
        else
        {
            end.Write(unitOf(_waiting!.Dequeue()));
            if (!isConfirmed)
            {
                Close();
            }
        }
    }

    /// <summary>The receiver's application confirms.</summary>
    public void Confirm(TcpEnd receiver)
    {
        if (isConfirmed)
        {
            receiver.Write(new ReceiptUnit());
        }
    }

    /// <summary>A receipt has come back.</summary>
    public void Confirmed(TcpConnection connection)
    {
        if (life == ConnectionLife.PerMessage && connection == _connection)
        {
            Close();
        }
    }

    /// <summary>The receiver has closed: a next connection cannot overtake this one.</summary>
    public void Closed(TcpConnection connection)
    {
        if (connection == _connection)
        {
            Forget();
            ConnectIfNeeded();
        }
    }

    public void Failed(TcpConnection connection, DropReason reason)
    {
        var dropped = connection.Client.DropUndelivered(reason);
        if (connection != _connection)
        {
            return;
        }

        // An attempt that failed costs one message, so that a sender does not try for ever.
        var neverConnected = !_isConnected && !_isClosing;
        Forget();
        while (_waiting?.Count > 0 && (reason == DropReason.NodeDown || (neverConnected && dropped == 0)))
        {
            sender.Observers.Dropped(_waiting.Dequeue(), reason, sender.Simulation.Now);
            dropped++;
        }

        ConnectIfNeeded();
    }

    private void Close()
    {
        (_isConnected, _isClosing) = (false, true);
        _connection!.Client.Close();
    }

    private void Forget() => (_connection, _isConnected, _isClosing) = (null, false, false);

    private void ConnectIfNeeded()
    {
        if (_connection is null && _waiting?.Count > 0)
        {
            _connection = session.Connect(sender);
        }
    }
}
