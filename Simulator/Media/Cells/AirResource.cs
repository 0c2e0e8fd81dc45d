using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Media.Cells;

/// <summary>What one direction of a carrier has to give over time: so many units side by side, such as the tones of an uplink.</summary>
/// <remarks>
/// A reservation takes the earliest time at which enough units are free for as long as it needs; it may go before others that asked earlier for a
/// later time, as a scheduler fills its gaps. Kept is the number of units in use from now on, as steps over time; neighbours of equal use are one.
/// </remarks>
/// <param name="units">Units side by side [1], at least 1.</param>
/// <param name="setAside">
/// Share that is kept for something else, such as random access, at least 0 and below 1 [1]: what is reserved is pushed aside by it now and then, so it keeps its units longer
/// by that share. When the sender ends is not changed by it: occasions are short against the time that a transmission waits under load.
/// </param>
/// <param name="opportunity">The earliest time from another on at which something of a length may begin; null for any time.</param>
internal sealed class AirResource(int units, double setAside = 0, Func<SimTime, Duration, SimTime>? opportunity = null)
{
    private Step[] _steps = new Step[8];
    private int _first;
    private int _end;

    /// <summary>Units side by side [1].</summary>
    public int Units { get; } = units;

    /// <summary>Time in use of all units together, over their number.</summary>
    public Duration Busy => new(_unitTime / Units);

    private long _unitTime;

    /// <summary>Takes units for a time.</summary>
    /// <param name="now">The present; what lies before is forgotten.</param>
    /// <param name="ready">When it may begin at the earliest.</param>
    /// <param name="count">Units [1]; more than there are take all.</param>
    /// <param name="length">For how long.</param>
    /// <returns>When it begins.</returns>
    public SimTime Reserve(SimTime now, SimTime ready, int count, Duration length)
    {
        TryReserve(now, ready, count, length, SimTime.End, out var begin);
        return begin;
    }

    /// <summary>Takes units for a time, unless that would begin too late: then nothing is taken.</summary>
    /// <param name="now">The present; what lies before is forgotten.</param>
    /// <param name="ready">When it may begin at the earliest.</param>
    /// <param name="count">Units [1]; more than there are take all.</param>
    /// <param name="length">For how long.</param>
    /// <param name="latest">When it may begin at the latest.</param>
    /// <param name="begin">When it begins, or would.</param>
    public bool TryReserve(SimTime now, SimTime ready, int count, Duration length, SimTime latest, out SimTime begin)
    {
        begin = ready;
        if (length == Duration.Zero || count == 0)
        {
            return begin <= latest;
        }

        count = Math.Min(count, Units);
        Forget(now);
        begin = EarliestFor(ready, Units - count, length);
        if (begin > latest)
        {
            return false;
        }

        Add(begin, begin + Kept(length), count);
        _unitTime += count * length.Nanoseconds;
        return true;
    }

    /// <summary>Gives back what was taken and has not begun.</summary>
    /// <param name="begin">When it was to begin.</param>
    /// <param name="count">Units that were asked for [1].</param>
    /// <param name="length">For how long.</param>
    public void Free(SimTime begin, int count, Duration length)
    {
        if (length == Duration.Zero || count == 0)
        {
            return;
        }

        count = Math.Min(count, Units);
        Add(begin, begin + Kept(length), -count);
        _unitTime -= count * length.Nanoseconds;
    }

    private Duration Kept(Duration length) => length * (1 / (1 - setAside));

    private SimTime Opportunity(SimTime ready, Duration length) => opportunity is null ? ready : opportunity(ready, length);

    private void Forget(SimTime now)
    {
        while (_first < _end && EndOf(_first) <= now)
        {
            _first++;
        }

        if (_first == _end)
        {
            _first = _end = 0;
        }
    }

    /// <summary>When a step ends; the last one, in which nothing is used, never does.</summary>
    private SimTime EndOf(int step) => step + 1 < _end ? _steps[step + 1].From : SimTime.End;

    private SimTime EarliestFor(SimTime ready, int mayBeUsed, Duration length)
    {
        var (begin, kept) = (Opportunity(ready, length), Kept(length));
        for (var step = _first; step < _end && _steps[step].From < begin + kept; step++)
        {
            if (_steps[step].Used > mayBeUsed && EndOf(step) > begin)
            {
                begin = Opportunity(EndOf(step), length);
            }
        }

        return begin;
    }

    private void Add(SimTime begin, SimTime end, int count)
    {
        MakeRoom();
        var from = Split(begin);
        var to = Split(end);
        for (var step = from; step < to; step++)
        {
            _steps[step].Used += count;
        }

        Join(to);
        Join(from);
    }

    /// <summary>Makes a step begin at a time.</summary>
    /// <returns>Its index.</returns>
    private int Split(SimTime time)
    {
        var at = _end;
        while (at > _first && _steps[at - 1].From >= time)
        {
            at--;
        }

        if (at < _end && _steps[at].From == time)
        {
            return at;
        }

        var used = at > _first ? _steps[at - 1].Used : 0;
        Array.Copy(_steps, at, _steps, at + 1, _end - at);
        _end++;
        _steps[at] = new Step { From = time, Used = used };
        return at;
    }

    /// <summary>Room behind the last step for two more: indices hold while they are put in.</summary>
    private void MakeRoom()
    {
        if (_end + 2 <= _steps.Length)
        {
            return;
        }

        var source = _steps;
        if (_first < _steps.Length / 2)
        {
            _steps = new Step[source.Length * 2];
        }

        Array.Copy(source, _first, _steps, 0, _end - _first);
        (_first, _end) = (0, _end - _first);
    }

    /// <summary>Makes a step one with the step before it where both use as much.</summary>
    private void Join(int step)
    {
        var before = step > _first ? _steps[step - 1].Used : 0;
        if (step < _end && _steps[step].Used == before)
        {
            Array.Copy(_steps, step + 1, _steps, step, _end - step - 1);
            _end--;
        }
    }

    /// <summary>From when on how many units are in use.</summary>
    private struct Step
    {
        public SimTime From;
        public int Used;
    }
}
