using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Media.Cells;

/// <summary>The random access of a cell at one coverage-enhancement level: occasions at which devices send preambles, and responses with grants.</summary>
/// <remarks>
/// An occasion costs one wake-up if anybody takes part in it, and nothing otherwise. Whoever is not answered knows it when the response window ends, so its
/// next attempt is put down at once for the occasion that follows its back-off. Grants are given in order of the preambles' numbers, which are chance.
/// </remarks>
internal sealed class RandomAccessChannel(CellNetwork network, RadioCell cell, RandomAccessSettings settings) : IEventTarget
{
    private readonly Dictionary<long, Occasion> _occasions = [];
    private readonly Stack<Occasion> _spare = [];
    private readonly int[] _firstOf = new int[settings.Preambles];
    private readonly List<int> _answered = [];

    public RandomAccessSettings Settings { get; } = settings;

    /// <summary>Puts an attempt down for the next occasion.</summary>
    /// <returns>When that is.</returns>
    public SimTime Enter(CellDevice device, SimTime ready, int preamble, bool isStrong)
    {
        var period = Settings.Period.Nanoseconds;
        var number = (ready.Nanoseconds + period - 1) / period;
        var begin = new SimTime(number * period);
        if (!_occasions.TryGetValue(number, out var occasion))
        {
            _occasions[number] = occasion = _spare.Count > 0 ? _spare.Pop() : new Occasion();
            network.Simulation.At(begin + Settings.Preamble, this, number);
        }

        occasion.Attempts.Add(new Attempt(device, preamble, isStrong));
        return begin;
    }

    /// <summary>The preambles have been sent: answers those that it can.</summary>
    void IEventTarget.Fire(long number)
    {
        _occasions.Remove(number, out var occasion);
        var attempts = occasion!.Attempts;
        SortByPreamble(attempts);
        Choose(attempts);
        if (Settings.TwoStep is { } gap)
        {
            TakeRequests(attempts, gap);
        }
        else
        {
            Answer(attempts);
        }

        foreach (var attempt in attempts)
        {
            if (!attempt.IsAnswered)
            {
                attempt.Device.GoUnanswered(network.Simulation.Now, Settings);
            }
        }

        attempts.Clear();
        _spare.Push(occasion);
    }

    /// <summary>Chains the attempts of each preamble.</summary>
    private void SortByPreamble(List<Attempt> attempts)
    {
        Array.Fill(_firstOf, -1);
        network.Accesses.Preambles += attempts.Count;
        for (var i = attempts.Count - 1; i >= 0; i--)
        {
            var attempt = attempts[i];
            attempts[i] = attempt with { Next = _firstOf[attempt.Preamble] };
            _firstOf[attempt.Preamble] = i;
        }
    }

    /// <summary>Finds the preambles that the base station decodes.</summary>
    private void Choose(List<Attempt> attempts)
    {
        _answered.Clear();
        foreach (var first in _firstOf)
        {
            if (first < 0)
            {
                continue;
            }

            var isAlone = attempts[first].Next < 0;
            network.Accesses.Collided += isAlone ? 0 : 1;
            if (
                isAlone ? attempts[first].IsStrong : Settings.Collision == PreambleCollision.RequestsCollide && IsAnyStrong(attempts, first)
            )
            {
                _answered.Add(first);
            }
        }
    }

    private static bool IsAnyStrong(List<Attempt> attempts, int first)
    {
        var isStrong = false;
        for (var i = first; i >= 0; i = attempts[i].Next)
        {
            isStrong |= attempts[i].IsStrong;
        }

        return isStrong;
    }

    /// <summary>Puts grants into responses as far as the window goes.</summary>
    private void Answer(List<Attempt> attempts)
    {
        var now = network.Simulation.Now;
        var opens = now + Settings.ResponseStart;
        var latest = new SimTime((opens + Settings.ResponseWindow).Nanoseconds - 1);
        var ready = opens;
        for (var next = 0; next < _answered.Count; )
        {
            var grants = Math.Min(Settings.GrantsPerResponse, _answered.Count - next);
            var link = WorstLink(attempts, next, grants);
            var transfer = network.Air.CommonControl ?? link.Down(Settings.ResponseBytes * grants);
            var message = new Airtime(transfer.Units, transfer.Control + transfer.Data);
            var toRequest = transfer.Control + transfer.Gap + transfer.Data + Settings.RequestGap;
            var request = attempts[_answered[next]].Device.PrepareRequest(toRequest, Settings.RequestSlack);
            if (!cell.TryGrant(cell.Common, now, link, ready, message, latest, request, out var begin, out var granted))
            {
                return;
            }

            var response = new Reception(opens, link.SearchSpaceFrom(opens), begin, transfer);
            if (!Grant(attempts, _answered[next++], response, granted))
            {
                cell.Common.Free(begin, message.Units, message.Length);
                return;
            }

            for (var i = 1; i < grants; i++)
            {
                var (further, from) = (
                    attempts[_answered[next]].Device.PrepareRequest(toRequest, Settings.RequestSlack),
                    begin + toRequest
                );
                if (cell.Uplink.TryReserve(now, from, further.Data.Units, further.Data.Length, from + further.Slack, out granted))
                {
                    Grant(attempts, _answered[next], response, granted);
                }

                next++;
            }

            // One response at a time: they share the identity by which devices know them (RA-RNTI).
            ready = begin + message.Length;
        }
    }

    /// <summary>All who sent a preamble take its grant for theirs. It is only given if there is room for the answer too, without which it would be for nothing.</summary>
    private bool Grant(List<Attempt> attempts, int first, in Reception response, SimTime granted)
    {
        if (!attempts[first].Device.TryHoldAnswer(Settings, granted))
        {
            return false;
        }

        network.Accesses.Grants++;
        var isAlone = attempts[first].Next < 0;
        for (var i = first; i >= 0; i = attempts[i].Next)
        {
            var attempt = attempts[i];
            attempts[i] = attempt with { IsAnswered = true };
            attempt.Device.Request(network.Simulation.Now, Settings, response, granted, !isAlone);
        }

        return true;
    }

    /// <summary>Two steps: the requests of detected preambles follow on resources of their own.</summary>
    private void TakeRequests(List<Attempt> attempts, Duration gap)
    {
        var sent = network.Simulation.Now;
        foreach (var first in _answered)
        {
            network.Accesses.Grants++;
            var isAlone = attempts[first].Next < 0;
            for (var i = first; i >= 0; i = attempts[i].Next)
            {
                attempts[i] = attempts[i] with { IsAnswered = true };
                attempts[i].Device.RequestAtOnce(sent, gap, !isAlone);
            }
        }
    }

    private RadioLink WorstLink(List<Attempt> attempts, int from, int count)
    {
        var worst = attempts[_answered[from]].Device.Link;
        for (var i = from + 1; i < from + count; i++)
        {
            var link = attempts[_answered[i]].Device.Link;
            worst = link.CouplingLoss > worst.CouplingLoss ? link : worst;
        }

        return worst;
    }

    private sealed class Occasion
    {
        public List<Attempt> Attempts { get; } = [];
    }

    /// <summary>A device at an occasion.</summary>
    /// <param name="Device">Who.</param>
    /// <param name="Preamble">What it sends [1].</param>
    /// <param name="IsStrong">Whether the base station would detect it alone.</param>
    private readonly record struct Attempt(CellDevice Device, int Preamble, bool IsStrong)
    {
        /// <summary>The next attempt with the same preamble; −1 for none.</summary>
        public int Next { get; init; } = -1;

        public bool IsAnswered { get; init; }
    }
}
