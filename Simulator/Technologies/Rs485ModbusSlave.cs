using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Media;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>A slave on a polled bus: keeps its messages until the master fetches them, one a poll, in order; the master keeps what it has to write, one a poll.</summary>
public sealed class Rs485ModbusSlave : Session, IEventTarget
{
    private const long Written = 0;
    private const long Fetched = 1;
    private static readonly Purpose ExchangePurpose = Purpose.Named("modbus exchange");

    private readonly Rs485ModbusInstallation _installation;
    private readonly Rs485ModbusMaster _master;
    private readonly Queue<Message> _toFetch = new();
    private readonly Queue<Message> _toWrite = new();
    private long _exchanges;
    private (Message Message, bool Succeeded) _written;
    private (Message Message, bool Succeeded) _fetched;

    internal Rs485ModbusSlave(Rs485ModbusInstallation installation, Node device, Node end, Rs485ModbusMaster master)
        : base(device, end)
    {
        (_installation, _master) = (installation, master);
        Station = master.Seat(this);
    }

    /// <summary>Its place on the segment [1].</summary>
    internal int Station { get; }

    /// <summary>Whether something waits to be fetched or written.</summary>
    internal bool Wants => _toFetch.Count + _toWrite.Count > 0;

    /// <inheritdoc/>
    public override void Send(in Message message, Node sender)
    {
        var (waiting, most) = sender == Near ? (_toFetch, ModbusTiming.MaximumRegisters) : (_toWrite, ModbusTiming.MaximumWritten);
        var now = _installation.Simulation.Now;
        if (Rs485Modbus.Registers(message.Branch.Relation.Content) > most)
        {
            _installation.Observers.Dropped(message, DropReason.TooLarge, now);
        }
        else if (waiting.Count == _installation.Options.Buffer)
        {
            _installation.Observers.Dropped(message, DropReason.QueueFull, now);
        }
        else
        {
            waiting.Enqueue(message);
            _master.Want(this);
        }
    }

    /// <summary>Its turn begins: what the master has for it is written, then what it has is fetched.</summary>
    /// <param name="now">When.</param>
    /// <param name="empty">Time of a poll that fetches nothing.</param>
    /// <returns>How long the turn lasts.</returns>
    internal Duration Serve(SimTime now, Duration empty)
    {
        var lasts = Duration.Zero;
        if (_toWrite.TryDequeue(out var command))
        {
            var request = ModbusTiming.WriteBytes(Rs485Modbus.Registers(command.Branch.Relation.Content));
            _written = (command, Exchange(request, ModbusTiming.RequestBytes, ref lasts));
            _written.Message.EndStage(0, now);
            _installation.Simulation.At(now + lasts, this, Written);
        }

        if (!_toFetch.TryDequeue(out var message))
        {
            return lasts + empty;
        }

        message.EndStage(0, now + lasts);
        var response = ModbusTiming.ResponseBytes(Rs485Modbus.Registers(message.Branch.Relation.Content));
        _fetched = (message, Exchange(ModbusTiming.RequestBytes, response, ref lasts));
        _installation.Simulation.At(now + lasts, this, Fetched);
        return lasts;
    }

    /// <summary>An exchange has ended, or the last that tried to.</summary>
    void IEventTarget.Fire(long token)
    {
        var now = _installation.Simulation.Now;
        var (message, succeeded) = token == Written ? _written : _fetched;
        message.EndStage(1, now);
        if (!Near.IsUp)
        {
            _installation.Observers.Dropped(message, DropReason.NodeDown, now);
        }
        else if (!succeeded)
        {
            _installation.Observers.Dropped(message, DropReason.RetriesExhausted, now);
        }
        else
        {
            (token == Written ? Near : Far).Receive(message);
        }
    }

    /// <summary>A request and its response, as often as it takes or is allowed.</summary>
    private bool Exchange(int request, int response, ref Duration lasts)
    {
        var (timing, options) = (_installation.Timing, _installation.Options);
        var draw = _installation.Simulation.Random.Draw(Near.Entity, ExchangePurpose, _exchanges++);
        var whole = timing.Exchange(request, response, options.SlaveDelay);
        for (var tries = 0; tries < options.Tries; tries++)
        {
            var isHeard = !(options.BitErrorRate > 0 && draw.Bernoulli(timing.Damaged(request, options.BitErrorRate)));
            var isAnswered = isHeard && !(options.BitErrorRate > 0 && draw.Bernoulli(timing.Damaged(response, options.BitErrorRate)));
            var octets = isHeard ? request + response : request;
            lasts += isHeard ? whole : timing.Characters(request) + options.ResponseTimeout;
            _installation.Observers.FrameSent(_master.Bus, octets, timing.Characters(octets));
            if (isAnswered)
            {
                return true;
            }

            _installation.Observers.FrameLost(_master.Bus, DropReason.Noise);
        }

        return false;
    }
}
