using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Protocols;

/// <summary>A confirmable message of an end that is not settled: repeated until it is acknowledged, then waiting for its response where it has one.</summary>
internal sealed class CoapExchange : IEventTarget
{
    private readonly CoapEnd _end;
    private readonly Alarm _alarm;
    private Duration _timeout;
    private int _tries;

    public CoapExchange(CoapEnd end) => (_end, _alarm) = (end, new Alarm(end.Link.Node.Simulation, this));

    /// <summary>What is being sent.</summary>
    public CoapMessage Message { get; private set; } = new();

    /// <summary>Whether it counts as an outstanding interaction of the end.</summary>
    public bool Counts { get; private set; }

    /// <summary>Whether the message has been acknowledged and something else is waited for.</summary>
    public bool IsAcknowledged { get; private set; }

    /// <summary>Sends a message, after whatever message of the same exchange came before.</summary>
    /// <param name="message">Confirmable.</param>
    /// <param name="timeout">First time-out.</param>
    /// <param name="counts">Whether it counts.</param>
    public void Begin(CoapMessage message, Duration timeout, bool counts)
    {
        (Message, _timeout, Counts, _tries, IsAcknowledged) = (message, timeout, counts, 0, false);
        Transmit();
    }

    /// <summary>The message has arrived; what is to follow may take its time.</summary>
    public void Acknowledge(Duration patience)
    {
        IsAcknowledged = true;
        _alarm.Restart(patience);
    }

    /// <summary>Nothing is waited for any more.</summary>
    public void Stop() => _alarm.Stop();

    void IEventTarget.Fire(long token)
    {
        if (!IsAcknowledged && _tries <= _end.Options.Retries && _end.Link.Node.IsUp)
        {
            Transmit();
        }
        else
        {
            _end.GiveUp(this);
        }
    }

    private void Transmit()
    {
        _alarm.Restart(_timeout * (1L << _tries));
        _tries++;
        _end.Emit(Message);
    }
}
