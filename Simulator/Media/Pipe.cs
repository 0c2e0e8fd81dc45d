using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Media;

/// <summary>One direction of a link: a queue, a sender of constant rate and a delay, all known when a frame enters.</summary>
/// <remarks>
/// As the queue is served in order at a constant rate, the time at which a frame leaves follows from the work before it; a queue
/// needs no list of its own. Octets waiting are that work times the rate, the unsent part of the frame being sent included.
/// </remarks>
internal sealed class Pipe : IEgress
{
    private readonly Simulation _simulation;
    private readonly Observers _observers;
    private readonly Medium _medium;
    private readonly LinkSettings _settings;
    private readonly Outages? _outages;
    private readonly FrameLine _line;
    private SimTime _free;

    public Pipe(
        Simulation simulation,
        Observers observers,
        Medium medium,
        LinkSettings settings,
        Outages? outages,
        FramePool pool,
        IFrameExit exit
    )
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(settings.Rate.BitsPerSecond, nameof(settings));
        (_simulation, _observers, _medium, _settings) = (simulation, observers, medium, settings);
        _outages = outages;
        _line = new FrameLine(simulation, pool, exit);
    }

    /// <summary>For how long it has been sending, frames that wait included.</summary>
    public Duration Busy { get; private set; }

    public bool Owns(FrameLine line) => _line == line;

    public void Send(in Frame frame, Luck luck) => Send(frame, luck, _settings.Framing);

    /// <summary>Takes a frame; there is one class only, so that the tag matters and the queue does not.</summary>
    public void Send(in Frame frame, Luck luck, TrafficClass traffic) => Send(frame, luck, traffic.Framing);

    private void Send(in Frame frame, Luck luck, Framing framing)
    {
        var now = _simulation.Now;
        var draw = luck.Next();
        var noisy = luck.Loses(_settings.Loss, ref draw);
        var packet = frame.Packet.Length + _settings.Encapsulation;
        if (packet > framing.Greatest)
        {
            Lose(frame, DropReason.TooLarge);
            return;
        }

        if (_outages?.Hit(now, now) == true)
        {
            Lose(frame, DropReason.Outage);
            return;
        }

        var sent = framing.Sent(packet);
        var occupied = _settings.Rate.TimeFor(framing.Occupied(packet));
        var start = SimTime.Max(now, _free);
        if (_settings.QueueBytes < long.MaxValue)
        {
            var waiting = Math.Round((start - now).TotalSeconds * _settings.Rate.BitsPerSecond / 8);
            if (waiting + framing.Occupied(packet) > _settings.QueueBytes)
            {
                Lose(frame, DropReason.QueueFull);
                return;
            }
        }

        _free = start + occupied;
        Busy += occupied;
        _observers.FrameSent(_medium, framing.Occupied(packet), occupied);
        var gone = start + _settings.Rate.TimeFor(sent);
        if (_outages?.Hit(now, gone) == true)
        {
            Lose(frame, DropReason.Outage);
            return;
        }

        if (_settings.BitErrorRate > 0)
        {
            noisy |= draw.Bernoulli(1 - Math.Pow(1 - _settings.BitErrorRate, 8.0 * (sent - 8)));
        }

        if (noisy)
        {
            Lose(frame, DropReason.Noise);
            return;
        }

        _line.Add(frame, gone + _settings.Delay.Sample(ref draw));
    }

    private void Lose(in Frame frame, DropReason reason)
    {
        _observers.FrameLost(_medium, reason);
        frame.Lose(reason);
    }
}
