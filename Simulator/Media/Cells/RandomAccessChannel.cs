using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Media.Cells;

/// <summary>The random access of a cell at one coverage-enhancement level: occasions at which devices send preambles, and responses with grants.</summary>
/// <remarks>
/// An occasion costs one wake-up if anybody takes part in it, and nothing otherwise. Whoever is not answered knows it when the response window ends, so its
/// next attempt is put down at once for the occasion that follows its back-off. Grants are given in order of the preambles' numbers, which are chance.
/// </remarks>
internal sealed class RandomAccessChannel : IEventTarget
{
    private readonly Dictionary<long, Occasion> _occasions = [];
    private readonly Stack<Occasion> _spare = [];
    private readonly int[] _firstOf;
    private readonly int[] _requestsAt;
    private readonly List<int> _answered = [];
    private readonly CellNetwork _network;
    private readonly RadioCell _cell;

    /// <param name="network">The network.</param>
    /// <param name="cell">The cell.</param>
    /// <param name="settings">Of the level.</param>
    /// <param name="twoStep">The preambles with a request behind them; null for those without.</param>
    public RandomAccessChannel(CellNetwork network, RadioCell cell, RandomAccessSettings settings, TwoStepAccess? twoStep)
    {
        (_network, _cell, TwoStep) = (network, cell, twoStep);
        // To the base station an occasion with requests is over when those are, and what it then tells whoever it did not understand is a response (Msg2).
        Settings = twoStep is null
            ? settings
            : settings with
            {
                Preambles = twoStep.Preambles,
                Preamble = twoStep.Length(settings.Preamble),
                ResponseStart = twoStep.AnswerStart,
                ResponseWindow = twoStep.AnswerWindow,
            };
        _firstOf = new int[Settings.Preambles];
        _requestsAt = twoStep is null ? [] : new int[(twoStep.Preambles + twoStep.PreamblesPerRequest - 1) / twoStep.PreamblesPerRequest];
    }

    /// <summary>The lengths and numbers of its preambles and responses.</summary>
    public RandomAccessSettings Settings { get; }

    /// <summary>What goes behind its preambles; null for nothing.</summary>
    public TwoStepAccess? TwoStep { get; }

    /// <summary>Puts an attempt down for the next occasion.</summary>
    /// <returns>When that is.</returns>
    public SimTime Enter(CellDevice device, SimTime ready, int preamble, bool isStrong, bool isWhole = false)
    {
        var period = Settings.Period.Nanoseconds;
        var number = (ready.Nanoseconds + period - 1) / period;
        var begin = new SimTime(number * period);
        if (!_occasions.TryGetValue(number, out var occasion))
        {
            _occasions[number] = occasion = _spare.Count > 0 ? _spare.Pop() : new Occasion();
            _network.Simulation.At(begin + Settings.Preamble, this, number);
        }

        occasion.Attempts.Add(new Attempt(device, preamble, isStrong) { IsWhole = isWhole });
        return begin;
    }

    /// <summary>The preambles have been sent: answers those that it can.</summary>
    void IEventTarget.Fire(long number)
    {
        _occasions.Remove(number, out var occasion);
        var attempts = occasion!.Attempts;
        SortByPreamble(attempts);
        Choose(attempts);
        AnswerRequests(attempts);
        Answer(attempts);
        foreach (var attempt in attempts)
        {
            if (!attempt.IsAnswered)
            {
                attempt.Device.GoUnanswered(_network.Simulation.Now, Settings);
            }
        }

        attempts.Clear();
        _spare.Push(occasion);
    }

    /// <summary>Chains the attempts of each preamble.</summary>
    private void SortByPreamble(List<Attempt> attempts)
    {
        Array.Fill(_firstOf, -1);
        _network.Accesses.Preambles += attempts.Count;
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
            _network.Accesses.Collided += isAlone ? 0 : 1;
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

    /// <summary>Answers the requests that came right behind their preambles; the other preambles are left to be answered by a response.</summary>
    private void AnswerRequests(List<Attempt> attempts)
    {
        if (TwoStep is not { } two)
        {
            return;
        }

        Array.Clear(_requestsAt);
        foreach (var attempt in attempts)
        {
            _requestsAt[attempt.Preamble / two.PreamblesPerRequest]++;
        }

        _answered.RemoveAll(first =>
        {
            var attempt = attempts[first];
            if (!attempt.IsWhole || _requestsAt[attempt.Preamble / two.PreamblesPerRequest] > 1)
            {
                return false;
            }

            _network.Accesses.RequestsAtOnce++;
            attempts[first] = attempt with { IsAnswered = true };
            attempt.Device.Understood(_network.Simulation.Now);
            return true;
        });
    }

    /// <summary>Puts grants into responses as far as the window goes.</summary>
    private void Answer(List<Attempt> attempts)
    {
        var now = _network.Simulation.Now;
        var opens = now + Settings.ResponseStart;
        var latest = new SimTime((opens + Settings.ResponseWindow).Nanoseconds - 1);
        var ready = opens;
        for (var next = 0; next < _answered.Count; )
        {
            var grants = Math.Min(Settings.GrantsPerResponse, _answered.Count - next);
            var link = WorstLink(attempts, next, grants);
            var transfer = _network.Air.CommonControl ?? link.Down(Settings.ResponseBytes * grants);
            var message = new Airtime(transfer.Units, transfer.Control + transfer.Data);
            var toRequest = transfer.Control + transfer.Gap + transfer.Data + Settings.RequestGap;
            var request = attempts[_answered[next]].Device.PrepareRequest(toRequest, Settings.RequestSlack);
            if (!_cell.TryGrant(_cell.Common, now, link, ready, message, latest, request, out var begin, out var granted))
            {
                return;
            }

            var response = new Reception(opens, link.SearchSpaceFrom(opens), begin, transfer);
            if (!Grant(attempts, _answered[next++], response, granted))
            {
                _cell.Common.Free(begin, message.Units, message.Length);
                return;
            }

            for (var i = 1; i < grants; i++)
            {
                var (further, from) = (
                    attempts[_answered[next]].Device.PrepareRequest(toRequest, Settings.RequestSlack),
                    begin + toRequest
                );
                if (_cell.Uplink.TryReserve(now, from, further.Data.Units, further.Data.Length, from + further.Slack, out granted))
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

        _network.Accesses.Grants++;
        var isAlone = attempts[first].Next < 0;
        for (var i = first; i >= 0; i = attempts[i].Next)
        {
            var attempt = attempts[i];
            attempts[i] = attempt with { IsAnswered = true };
            _network.Accesses.Fallbacks += TwoStep is null ? 0 : 1;
            attempt.Device.Request(_network.Simulation.Now, Settings, response, granted, !isAlone);
        }

        return true;
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

        /// <summary>Whether the base station would decode the request behind the preamble if both were alone.</summary>
        public bool IsWhole { get; init; }
    }
}
