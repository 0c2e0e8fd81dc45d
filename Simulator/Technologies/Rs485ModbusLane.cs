using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Media;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>Messages of one slave in one direction: they wait until its place in the cycle comes, one a poll, in order.</summary>
/// <remarks>What becomes of a message is known when it is produced, since the polls and their errors are; it is told when it happens.</remarks>
/// <param name="installation">The segments.</param>
/// <param name="slave">The slave, whose luck it is.</param>
/// <param name="bus">Its segment.</param>
/// <param name="station">Its number there [1].</param>
/// <param name="isWrite">Whether the master writes to the slave, after having read from it.</param>
internal sealed class Rs485ModbusLane(Rs485ModbusInstallation installation, Session slave, PolledBus bus, int station, bool isWrite)
    : IEventTarget
{
    private static readonly Purpose PollPurpose = Purpose.Named("modbus poll");
    private static readonly Purpose WritePurpose = Purpose.Named("modbus write");

    private readonly Queue<Fetch> _waiting = new();
    private long _nextPoll;

    public void Send(in Message message)
    {
        var now = installation.Simulation.Now;
        var registers = Rs485Modbus.Registers(message.Branch.Relation.Content);
        if (registers > (isWrite ? ModbusTiming.MaximumWrittenRegisters : ModbusTiming.MaximumRegisters))
        {
            installation.Observers.Dropped(message, DropReason.TooLarge, now);
        }
        else if (_waiting.Count == installation.Options.Buffer)
        {
            installation.Observers.Dropped(message, DropReason.QueueFull, now);
        }
        else
        {
            Await(message, registers, now);
        }
    }

    /// <summary>The poll that carries the oldest message has ended, or the last that tried to.</summary>
    void IEventTarget.Fire(long token)
    {
        var now = installation.Simulation.Now;
        var fetch = _waiting.Dequeue();
        var message = fetch.Message;
        message.EndStage(0, bus.TimeOf(station, fetch.Poll, Lead));
        message.EndStage(1, now);
        if (!slave.Near.IsUp)
        {
            installation.Observers.Dropped(message, DropReason.NodeDown, now);
            return;
        }

        Tell(fetch);
        if (!fetch.Succeeds)
        {
            installation.Observers.Dropped(message, DropReason.RetriesExhausted, now);
        }
        else if (isWrite)
        {
            slave.Near.Receive(message);
        }
        else
        {
            slave.Far.Receive(message);
        }
    }

    /// <summary>From the beginning of the slave's place in the cycle.</summary>
    private Duration Lead => isWrite ? installation.ReadSlot : Duration.Zero;

    private void Await(in Message message, int registers, SimTime now)
    {
        var poll = Math.Max(_nextPoll, bus.FirstPoll(station, now, Lead));
        var bytes = Bytes(registers);
        var failure = installation.Timing.Failure(bytes, installation.Options.BitErrorRate);
        var tries = 1;
        var succeeds = !Fails(poll, failure);
        while (!succeeds && tries < installation.Options.Tries)
        {
            poll++;
            tries++;
            succeeds = !Fails(poll, failure);
        }

        _nextPoll = poll + 1;
        _waiting.Enqueue(new Fetch(message, poll, tries, succeeds));
        var transaction = installation.Timing.Transaction(bytes, installation.Options.SlaveDelay);
        installation.Simulation.At(bus.TimeOf(station, poll, Lead) + transaction, this);
    }

    private bool Fails(long poll, double probability)
    {
        if (probability == 0)
        {
            return false;
        }

        var draw = installation.Simulation.Random.Draw(slave.Near.Entity, isWrite ? WritePurpose : PollPurpose, poll);
        return draw.Bernoulli(probability);
    }

    private void Tell(in Fetch fetch)
    {
        var bytes = Bytes(Rs485Modbus.Registers(fetch.Message.Branch.Relation.Content));
        for (var i = 0; i < fetch.Tries; i++)
        {
            installation.Observers.FrameSent(bus, bytes, installation.Timing.Characters(bytes));
            if (i < fetch.Tries - 1 || !fetch.Succeeds)
            {
                installation.Observers.FrameLost(bus, DropReason.Noise);
            }
        }
    }

    private int Bytes(int registers) => isWrite ? ModbusTiming.WriteBytes(registers) : ModbusTiming.ReadBytes(registers);

    private readonly record struct Fetch(Message Message, long Poll, int Tries, bool Succeeds);
}
