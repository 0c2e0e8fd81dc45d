using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Media;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>The master of a segment: asks every slave in its turn, writes what it has for it first, and repeats what was damaged.</summary>
/// <remarks>
/// It wakes up only for polls out of the ordinary: those that fetch or write something, and empty ones that fail. How many empty polls pass until one fails is geometric.
/// A damaged request costs the time-out, a damaged response the whole transaction; then it tries again at once, so often as the options say, and goes on to the next slave.
/// </remarks>
internal sealed class Rs485ModbusMaster : IEventTarget
{
    private static readonly Purpose FailurePurpose = Purpose.Named("modbus empty polls");

    private readonly Rs485ModbusInstallation _installation;
    private readonly Entity _entity;
    private readonly List<Rs485ModbusSlave> _slaves = [];
    private readonly List<Rs485ModbusSlave> _wanting = [];
    private readonly int _stations;
    private readonly double _request;
    private readonly double _response;
    private long _failures;
    private long _failing = long.MaxValue;
    private long _generation;
    private (int Station, long Poll) _next;

    public Rs485ModbusMaster(Rs485ModbusInstallation installation, PolledBus bus, int segment, int stations, int registers)
    {
        (_installation, Bus, _stations, Registers) = (installation, bus, stations, registers);
        _entity = Entity.Of("modbus master", segment);
        var rate = installation.Options.BitErrorRate;
        _request = installation.Timing.Damaged(ModbusTiming.RequestBytes, rate);
        _response = installation.Timing.Damaged(ModbusTiming.ResponseBytes(registers), rate);
        if (rate > 0 && stations > 0)
        {
            _failing = NextFailing(0);
            Plan();
        }
    }

    public PolledBus Bus { get; }

    /// <summary>Registers that a poll reads when there is nothing special to read [1].</summary>
    public int Registers { get; }

    /// <summary>Seats a slave.</summary>
    public int Seat(Rs485ModbusSlave slave)
    {
        _slaves.Add(slave);
        return _slaves.Count - 1;
    }

    /// <summary>A slave has something to be fetched, or the master something for it.</summary>
    public void Want(Rs485ModbusSlave slave)
    {
        if (!_wanting.Contains(slave))
        {
            _wanting.Add(slave);
        }

        Plan();
    }

    /// <summary>The poll for which it woke up begins.</summary>
    void IEventTarget.Fire(long token)
    {
        if (token != _generation)
        {
            return;
        }

        var (station, poll) = _next;
        var slave = station < _slaves.Count ? _slaves[station] : null;
        var slot = _installation.Timing.Transaction(Registers, _installation.Options.SlaveDelay);
        Duration lasts;
        if (slave is not null && _wanting.Contains(slave))
        {
            lasts = slave.Serve(_installation.Simulation.Now, slot);
            if (!slave.Wants)
            {
                _wanting.Remove(slave);
            }
        }
        else
        {
            var draw = _installation.Simulation.Random.Draw(_entity, FailurePurpose, _failures++);
            lasts = Fail(ref draw, slot);
        }

        if (poll * _stations + station >= _failing)
        {
            _failing = NextFailing(poll * _stations + station + 1);
        }

        Bus.Pass(station, poll, lasts - slot);
        Plan();
    }

    /// <summary>What an empty poll takes that is known to fail at first.</summary>
    private Duration Fail(ref Draw draw, Duration slot)
    {
        var timing = _installation.Timing;
        var lost = timing.Characters(ModbusTiming.RequestBytes) + _installation.Options.ResponseTimeout;
        var failure = 1 - (1 - _request) * (1 - _response);
        var (lasts, tries) = (Duration.Zero, 0);
        do
        {
            lasts += draw.Bernoulli(_request / failure) ? lost : slot;
            tries++;
        } while (tries < _installation.Options.Tries && draw.Bernoulli(failure));

        return tries < _installation.Options.Tries ? lasts + slot : lasts;
    }

    private long NextFailing(long from)
    {
        var draw = _installation.Simulation.Random.Draw(_entity, FailurePurpose, _failures++);
        var passes = Math.Log(1 - draw.Uniform()) / (Math.Log(1 - _request) + Math.Log(1 - _response));
        return passes < long.MaxValue / 2 - from ? from + (long)passes : long.MaxValue;
    }

    /// <summary>Wakes up for the next poll out of the ordinary.</summary>
    private void Plan()
    {
        var now = _installation.Simulation.Now;
        var first = SimTime.End;
        foreach (var slave in _wanting)
        {
            var poll = Bus.FirstPoll(slave.Station, now);
            Consider(slave.Station, poll);
        }

        if (_failing < long.MaxValue)
        {
            Consider((int)(_failing % _stations), _failing / _stations);
        }

        if (first < SimTime.End)
        {
            _installation.Simulation.At(first, this, ++_generation);
        }

        void Consider(int station, long poll)
        {
            var time = Bus.TimeOf(station, poll);
            if (time < first)
            {
                (first, _next) = (time, (station, poll));
            }
        }
    }
}
