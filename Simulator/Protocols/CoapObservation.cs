using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Protocols;

/// <summary>An end that observes the other: registers, and registers again when what it was told is no longer fresh, or when nobody answered.</summary>
internal sealed class CoapObservation : IEventTarget
{
    private const int MostDoublings = 6;
    private static readonly Purpose Start = Purpose.Named("coap registration");
    private static readonly Purpose Refresh = Purpose.Named("coap refresh");

    /// <summary>RFC 7641, section 3.3.1: a client waits between 5 and 15 s after what it has is no longer fresh.</summary>
    private static readonly Duration LeastDelay = 5.Seconds;
    private static readonly Duration DelaySpan = 10.Seconds;

    /// <summary>From a registration that nobody answered to the next; doubled with each in a row. The RFCs leave it open.</summary>
    private static readonly Duration TryAgainAfter = 1.Minutes;

    private readonly CoapEnd _end;
    private readonly int _purpose;
    private readonly CoapOption[] _options;
    private readonly Duration _maxAge;
    private readonly Alarm _alarm;
    private int _failures;
    private long _draws;
    private bool _isAsking;

    /// <param name="end">The observer.</param>
    /// <param name="purpose">Of the requests that register.</param>
    /// <param name="before">Options up to the path, in ascending order.</param>
    /// <param name="maxAge">How long a notification is fresh.</param>
    public CoapObservation(CoapEnd end, int purpose, IReadOnlyList<CoapOption> before, Duration maxAge)
    {
        (_end, _purpose, _maxAge) = (end, purpose, maxAge);
        _options = [.. before.Append(CoapOption.Whole(CoapOption.Observe, 0)).OrderBy(option => option.Number)];
        _alarm = new Alarm(end.Link.Node.Simulation, this);
    }

    /// <summary>Registers for the first time, at random within a time.</summary>
    public void Begin(Duration within)
    {
        var draw = _end.Link.Node.Simulation.Random.Draw(_end.Link.Way, Start);
        Restart(within * draw.Uniform());
    }

    /// <summary>The other end has answered.</summary>
    public void Registered(ulong token)
    {
        (_end.Observes, _end.LastNotified, _failures, _isAsking) = (token, _end.Link.Now, 0, false);
        RestartRefresh();
    }

    /// <summary>The other end has not answered.</summary>
    public void Failed()
    {
        _isAsking = false;
        Restart(TryAgainAfter * (1L << Math.Min(_failures, MostDoublings)));
        _failures++;
    }

    void IEventTarget.Fire(long token)
    {
        if (_isAsking || !_end.Link.Node.IsUp)
        {
            return;
        }

        if (_end.Observes is not null && _failures == 0 && _end.Link.Now - _end.LastNotified < _maxAge)
        {
            RestartRefresh();
        }
        else
        {
            _isAsking = true;
            _end.Ask(new CoapControl(_purpose, CoapCode.Get, _options, Token: _end.Observes));
        }
    }

    private void RestartRefresh()
    {
        var draw = _end.Link.Node.Simulation.Random.Draw(_end.Link.Way, Refresh, _draws++);
        Restart(_end.LastNotified + _maxAge + LeastDelay + DelaySpan * draw.Uniform() - _end.Link.Now);
    }

    private void Restart(Duration delay) => _alarm.Restart(delay);
}
