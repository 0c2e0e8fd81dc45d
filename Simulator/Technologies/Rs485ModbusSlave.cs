using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Media;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>A slave on a polled bus: keeps its messages until the master fetches them, one a poll, in order.</summary>
/// <remarks>What becomes of a message is known when it is produced, since the polls and their errors are; it is told when it happens.</remarks>
public sealed class Rs485ModbusSlave : Session, IEventTarget
{
    private static readonly Purpose PollPurpose = Purpose.Named("modbus poll");

    private readonly Rs485ModbusInstallation _installation;
    private readonly PolledBus _bus;
    private readonly int _station;
    private readonly Queue<Fetch> _waiting = new();
    private long _nextPoll;

    internal Rs485ModbusSlave(Rs485ModbusInstallation installation, Node device, Node end, PolledBus bus, int station)
        : base(device, end)
    {
        (_installation, _bus, _station) = (installation, bus, station);
    }

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">The master sends.</exception>
    public override void Send(in Message message, Node sender)
    {
        if (sender != Near)
        {
            throw new NotSupportedException("Writing to Modbus slaves is not modelled; relations towards them need another technology.");
        }

        var now = _installation.Simulation.Now;
        var registers = Rs485Modbus.Registers(message.Branch.Relation.Content);
        if (registers > ModbusTiming.MaximumRegisters)
        {
            _installation.Observers.Dropped(message, DropReason.TooLarge, now);
        }
        else if (_waiting.Count == _installation.Options.Buffer)
        {
            _installation.Observers.Dropped(message, DropReason.QueueFull, now);
        }
        else
        {
            Await(message, registers, now);
        }
    }

    /// <summary>The poll that fetches the oldest message has ended, or the last that tried to.</summary>
    void IEventTarget.Fire(long token)
    {
        var now = _installation.Simulation.Now;
        var fetch = _waiting.Dequeue();
        var message = fetch.Message;
        message.EndStage(0, _bus.TimeOf(_station, fetch.Poll));
        message.EndStage(1, now);
        if (!Near.IsUp)
        {
            _installation.Observers.Dropped(message, DropReason.NodeDown, now);
            return;
        }

        Tell(fetch);
        if (fetch.Succeeds)
        {
            Far.Receive(message);
        }
        else
        {
            _installation.Observers.Dropped(message, DropReason.RetriesExhausted, now);
        }
    }

    private void Await(in Message message, int registers, SimTime now)
    {
        var poll = Math.Max(_nextPoll, _bus.FirstPoll(_station, now));
        var failure = _installation.Timing.FailureProbability(registers, _installation.Options.BitErrorRate);
        var tries = 1;
        var succeeds = !Fails(poll, failure);
        while (!succeeds && tries < _installation.Options.Tries)
        {
            poll++;
            tries++;
            succeeds = !Fails(poll, failure);
        }

        _nextPoll = poll + 1;
        _waiting.Enqueue(new Fetch(message, poll, tries, succeeds));
        var transaction = _installation.Timing.Transaction(registers, _installation.Options.SlaveDelay);
        _installation.Simulation.At(_bus.TimeOf(_station, poll) + transaction, this);
    }

    private bool Fails(long poll, double probability)
    {
        if (probability == 0)
        {
            return false;
        }

        var draw = _installation.Simulation.Random.Draw(Near.Entity, PollPurpose, poll);
        return draw.Bernoulli(probability);
    }

    private void Tell(in Fetch fetch)
    {
        var registers = Rs485Modbus.Registers(fetch.Message.Branch.Relation.Content);
        var bytes = ModbusTiming.RequestBytes + ModbusTiming.ResponseBytes(registers);
        for (var i = 0; i < fetch.Tries; i++)
        {
            _installation.Observers.FrameSent(_bus, bytes, _installation.Timing.Characters(bytes));
            if (i < fetch.Tries - 1 || !fetch.Succeeds)
            {
                _installation.Observers.FrameLost(_bus, DropReason.Noise);
            }
        }
    }

    private readonly record struct Fetch(Message Message, long Poll, int Tries, bool Succeeds);
}
