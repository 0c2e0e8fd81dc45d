using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Protocols;

/// <summary>A master, the far end, and a slave, the near end: one transaction at a time.</summary>
internal sealed class ModbusTcpSession : TransportSession, IEventTarget
{
    private const long PollToken = 0;
    private const long TimeoutToken = 1;
    private const long ReconnectToken = 2;
    private const long AnswerToken = 3;
    private static readonly Purpose Phase = Purpose.Named("modbus-tcp poll");

    private readonly ModbusTcpOptions _options;
    private readonly Queue<Message> _readings = new();
    private readonly Queue<(TcpEnd End, ModbusUnit Request)> _asked = new();
    private readonly Alarm _timeout;
    private readonly Reconnection _reconnection;
    private MessageLine _writes;
    private TcpConnection? _connection;
    private bool _isConnected;
    private bool _mustPoll;
    private int _largest = 1;
    private int _transaction;
    private int _tries;

    /// <summary>The request without response; one to write goes again over the next connection.</summary>
    private ModbusUnit? _open;

    /// <summary>The response by which a reading travels; the registers hold it until the master has it.</summary>
    private ModbusUnit? _fetched;

    public ModbusTcpSession(SessionPlan plan, ModbusTcpOptions options, TlsHandshakes handshakes, ushort port)
        : base(plan, options, handshakes, port)
    {
        _options = options;
        _timeout = new Alarm(Far.Simulation, this, TimeoutToken);
        _reconnection = new Reconnection(Far, Near, options, this, ReconnectToken);
    }

    private Node Master => Far;

    private Node Slave => Near;

    private bool HoldsReading => _fetched is { Account.IsDelivered: false };

    private SimTime Now => Master.Simulation.Now;

    public override void Open()
    {
        var draw = Master.Simulation.Random.Draw(Entity.Link(Master.Entity, Slave.Entity), Phase, 0);
        Master.Simulation.After(_options.PollInterval * draw.Uniform(), this, PollToken);
    }

    public override void Send(in Message message, Node sender)
    {
        var isReading = sender == Slave;
        var registers = ModbusUnit.RegistersOf(message.Branch.Relation.Content);
        var held = isReading ? _readings.Count + (HoldsReading ? 1 : 0) : _writes.Count + (_open is { IsWrite: true } ? 1 : 0);
        if (registers > (isReading ? _options.Registers ?? ModbusPdu.MostRead : ModbusPdu.MostWritten))
        {
            sender.Observers.Dropped(message, DropReason.TooLarge, Now);
        }
        else if (held >= _options.Buffer)
        {
            sender.Observers.Dropped(message, Overflow(sender), Now);
        }
        else if (isReading)
        {
            _largest = Math.Max(_largest, registers);
            _readings.Enqueue(message);
        }
        else
        {
            _writes.Enqueue(message);
            Continue();
        }
    }

    public override void Connected(TcpConnection connection)
    {
        _isConnected = true;
        _reconnection.Succeeded();
        Continue();
    }

    public override void Received(TcpEnd end, StreamUnit unit, in Frame frame)
    {
        var modbus = (ModbusUnit)unit;
        if (modbus.IsRequest)
        {
            if (unit.CarriesMessage)
            {
                Deliver(end, unit, frame);
            }

            _asked.Enqueue((end, modbus));
            Slave.Simulation.After(_options.SlaveDelay, this, AnswerToken);
        }
        else if (_open?.Transaction == modbus.Transaction && end.Connection == _connection)
        {
            _timeout.Stop();
            _open = null;
            if (unit.CarriesMessage)
            {
                Deliver(end, unit, frame);
            }

            Continue();
        }
    }

    /// <summary>Nobody closes.</summary>
    public override void PeerClosed(TcpEnd end) => end.Close();

    public override void Failed(TcpEnd end, DropReason reason)
    {
        if (!Slave.IsUp)
        {
            DropReadings();
        }

        if (!end.IsClient || end.Connection != _connection)
        {
            return;
        }

        (_connection, _isConnected) = (null, false);
        _timeout.Stop();
        if (_open is { IsWrite: false })
        {
            _open = null;
        }

        if (!Master.IsUp)
        {
            DropWrites(DropReason.NodeDown);
            return;
        }

        _reconnection.TryAgain();
        if (_reconnection.HasGivenUp)
        {
            _reconnection.Stop();
            DropWrites(reason);
        }
    }

    void IEventTarget.Fire(long token)
    {
        switch (token)
        {
            case PollToken:
                if (Master.IsUp)
                {
                    _mustPoll = true;
                    Master.Simulation.After(_options.PollInterval, this, PollToken);
                    Continue();
                }

                break;
            case TimeoutToken:
                if (_tries < _options.Tries)
                {
                    _tries++;
                    AskAgain();
                }
                else
                {
                    _connection!.Client.Abort(DropReason.RetriesExhausted);
                }

                break;
            case AnswerToken:
                var (end, request) = _asked.Dequeue();
                if (!end.IsClosed && Slave.IsUp)
                {
                    end.Write(request.IsWrite ? Response(request) : Reading(request));
                }

                break;
            default:
                Continue();
                break;
        }
    }

    /// <summary>Begins the next transaction, if there is one to make and none is open, or connects to do so.</summary>
    private void Continue()
    {
        if (_timeout.IsArmed || (_open is null && _writes.Count == 0 && !_mustPoll))
        {
            return;
        }

        if (_isConnected)
        {
            _tries = 1;
            if (_open is not null)
            {
                AskAgain();
            }
            else if (_writes.Count > 0)
            {
                Ask(Write(_writes.Dequeue(), null));
            }
            else
            {
                _mustPoll = false;
                Ask(Read(_options.Registers ?? _largest));
            }
        }
        else if (_connection is null && !_reconnection.IsWaiting)
        {
            _connection = Connect(Master);
        }
    }

    /// <summary>The same request, as a transaction of its own.</summary>
    private void AskAgain() => Ask(_open!.IsWrite ? Write(_open.Message, _open.Account) : Read(_open.Registers));

    private void Ask(ModbusUnit request)
    {
        _open = request;
        _timeout.Restart(_options.ResponseTimeout);
        _connection!.Client.Write(request);
    }

    private ModbusUnit Read(int registers) => new(true, false, NextTransaction(), registers, _options.UnitId);

    private ModbusUnit Write(in Message message, StreamUnit? original) =>
        new(true, true, NextTransaction(), ModbusUnit.RegistersOf(message.Branch.Relation.Content), _options.UnitId)
        {
            Message = message,
            CarriesMessage = true,
            Original = original,
        };

    private int NextTransaction() => _transaction = _transaction + 1 & 0xFFFF;

    private ModbusUnit Response(ModbusUnit request) => new(false, request.IsWrite, request.Transaction, request.Registers, _options.UnitId);

    /// <summary>What the registers hold: a reading that the master does not have, the next one, or nothing new.</summary>
    private ModbusUnit Reading(ModbusUnit request)
    {
        var original = HoldsReading ? _fetched!.Account : null;
        if (
            original is null
            && !(_readings.TryPeek(out var next) && ModbusUnit.RegistersOf(next.Branch.Relation.Content) <= request.Registers)
        )
        {
            return Response(request);
        }

        return _fetched = new ModbusUnit(false, false, request.Transaction, request.Registers, _options.UnitId)
        {
            Message = original?.Message ?? _readings.Dequeue(),
            CarriesMessage = true,
            Original = original,
        };
    }

    private void DropReadings()
    {
        if (HoldsReading)
        {
            _fetched!.Withdraw(Slave, DropReason.NodeDown);
        }

        _fetched = null;
        while (_readings.TryDequeue(out var message))
        {
            Slave.Observers.Dropped(message, DropReason.NodeDown, Now);
        }
    }

    private void DropWrites(DropReason reason)
    {
        _open?.Withdraw(Master, reason);
        _open = null;
        while (_writes.Count > 0)
        {
            Master.Observers.Dropped(_writes.Dequeue(), reason, Now);
        }
    }
}
