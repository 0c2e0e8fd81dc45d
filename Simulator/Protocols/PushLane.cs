using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;

namespace M2mVsIoTSim.Protocols;

/// <summary>The messages of one end, which wait for a connection, go over it, and go again over the next one while no receipt has come.</summary>
internal sealed class PushLane(TransportSession session, Node sender, Node receiver, TransportOptions options, PushTerms terms)
    : IEventTarget
{
    private const long ReconnectToken = 0;
    private const long ReceiptToken = 1;
    private MessageLine _waiting;
    private Queue<StreamUnit>? _unconfirmed;
    private Reconnection? _reconnection;
    private Alarm? _receipt;
    private TcpConnection? _connection;
    private bool _isConnected;

    private int Unconfirmed => _unconfirmed?.Count ?? 0;

    private DropReason? Stopped => sender.IsUp ? null : DropReason.NodeDown;

    public void Send(in Message message)
    {
        var held = terms.IsConfirmed ? Unconfirmed : _connection?.Client.Backlog ?? 0;
        if (_waiting.Count + held >= options.Buffer)
        {
            sender.Observers.Dropped(message, session.Overflow(sender), sender.Simulation.Now);
        }
        else if (_isConnected && terms.Life == ConnectionLife.Persistent)
        {
            Write(terms.UnitOf(message, null));
        }
        else
        {
            _waiting.Enqueue(message);
            ConnectIfNeeded();
        }
    }

    public void Connected()
    {
        _isConnected = true;
        _reconnection?.Succeeded();
        if (terms.Life == ConnectionLife.Persistent)
        {
            Repeat();
            while (_waiting.Count > 0)
            {
                Write(terms.UnitOf(_waiting.Dequeue(), null));
            }

            return;
        }

        if (Unconfirmed > 0)
        {
            Repeat();
        }
        else
        {
            Write(terms.UnitOf(_waiting.Dequeue(), null));
        }

        if (!terms.IsConfirmed)
        {
            Close();
        }
    }

    /// <summary>The receiver's application confirms.</summary>
    public void Confirm(TcpEnd end)
    {
        if (terms.IsConfirmed && !end.IsClosing)
        {
            end.Write(new ReceiptUnit());
        }
    }

    /// <summary>A receipt has come back.</summary>
    public void Confirmed(TcpConnection connection)
    {
        if (connection != _connection)
        {
            return;
        }

        _unconfirmed!.Dequeue();
        if (Unconfirmed > 0)
        {
            _receipt!.Restart(terms.ReceiptTimeout);
        }
        else
        {
            _receipt!.Stop();
        }

        if (terms.Life == ConnectionLife.PerMessage)
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

    public void Failed(TcpEnd end, DropReason reason)
    {
        if (!terms.IsConfirmed || !sender.IsUp)
        {
            end.DropUndelivered(Stopped ?? reason);
        }

        if (end.Connection != _connection)
        {
            return;
        }

        Forget();
        if (_waiting.Count + Unconfirmed == 0)
        {
            return;
        }

        _reconnection ??= new Reconnection(sender, receiver, options, this, ReconnectToken);
        _reconnection.TryAgain();
        if (_reconnection.HasGivenUp || !sender.IsUp)
        {
            GiveUp(Stopped ?? reason);
        }
    }

    void IEventTarget.Fire(long token)
    {
        if (token == ReceiptToken)
        {
            _connection!.Client.Abort(DropReason.RetriesExhausted);
        }
        else
        {
            ConnectIfNeeded();
        }
    }

    private void Write(StreamUnit unit)
    {
        if (terms.IsConfirmed)
        {
            (_unconfirmed ??= new Queue<StreamUnit>()).Enqueue(unit);
            _receipt ??= new Alarm(sender.Simulation, this, ReceiptToken);
            if (!_receipt.IsArmed)
            {
                _receipt.Restart(terms.ReceiptTimeout);
            }
        }

        _connection!.Client.Write(unit);
    }

    /// <summary>Sends those without receipt once more, in their order.</summary>
    private void Repeat()
    {
        for (var i = Unconfirmed; i > 0; i--)
        {
            var unit = _unconfirmed!.Dequeue();
            Write(terms.UnitOf(unit.Message, unit.Account));
        }
    }

    private void GiveUp(DropReason reason)
    {
        _reconnection!.Stop();
        while (Unconfirmed > 0)
        {
            _unconfirmed!.Dequeue().Withdraw(sender, reason);
        }

        while (_waiting.Count > 0)
        {
            sender.Observers.Dropped(_waiting.Dequeue(), reason, sender.Simulation.Now);
        }
    }

    private void Close()
    {
        _isConnected = false;
        _receipt?.Stop();
        _connection!.Client.Close();
    }

    private void Forget()
    {
        (_connection, _isConnected) = (null, false);
        _receipt?.Stop();
    }

    private void ConnectIfNeeded()
    {
        if (_connection is null && _waiting.Count + Unconfirmed > 0 && _reconnection is not { IsWaiting: true })
        {
            _connection = session.Connect(sender);
        }
    }
}
