using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Radio.Nr;

/// <summary>When what may begin: slots, mini-slots, and the slots of either direction where both share a carrier (TDD).</summary>
/// <remarks>
/// <para>Data and control of the downlink begin at a mini-slot, data of the uplink too; what is shorter on the uplink (scheduling requests, feedback) at any symbol. Something longer than a slot needs as many slots of
/// its direction in a row. A pattern is written slot by slot: D down, U up, S special, of ten symbols down, two of guard and two up (3GPP TS 38.213 §11.1 leaves that to the operator; chosen).</para>
/// <para>Time 0 is the beginning of the pattern's first slot for the uplink, so that occasions of the uplink with periods of whole patterns fall into it; which slot a simulation begins in is of no consequence.</para>
/// <para>Validated by <c>NrFrameTests</c>: waits in closed form.</para>
/// </remarks>
public sealed class NrFrame
{
    private const int SpecialDown = 10;
    private const int SpecialUp = 12;

    /// <summary>Thirty-two slots in a row, which is more than any allocation is repeated [1].</summary>
    private const int GreatestLength = 32 * NrNumerology.SymbolsPerSlot;

    private readonly NrNumerology _numerology;
    private readonly int _miniSlot;
    private readonly string? _pattern;

    // By length, worked out when first asked for; runs at the same time may both do so, with the same result.
    private readonly long[]?[] _upStarts = new long[GreatestLength + 1][];
    private readonly long[]?[] _downStarts = new long[GreatestLength + 1][];

    /// <param name="numerology">µ.</param>
    /// <param name="miniSlot">Symbols of an allocation, 2 to 14 [1].</param>
    /// <param name="pattern">Slots of TDD, such as DDDSU; null for carriers of each direction (FDD).</param>
    /// <exception cref="ArgumentException">A pattern of other letters, or without both directions.</exception>
    public NrFrame(NrNumerology numerology, int miniSlot, string? pattern)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(miniSlot, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(miniSlot, NrNumerology.SymbolsPerSlot);
        (_numerology, _miniSlot) = (numerology, miniSlot);
        if (pattern is null)
        {
            return;
        }

        if (pattern.Any(slot => slot is not ('D' or 'S' or 'U')) || !pattern.Contains('D') || !pattern.Contains('U'))
        {
            throw new ArgumentException(
                $"A pattern of slots is written with D, S and U and has at least one D and one U, such as DDDSU; '{pattern}' is not.",
                nameof(pattern)
            );
        }

        var first = pattern.IndexOf('U', StringComparison.Ordinal);
        _pattern = pattern[first..] + pattern[..first];
    }

    /// <summary>After which time everything repeats.</summary>
    public Duration Period => _numerology.Slot * (long)(_pattern?.Length ?? 1);

    /// <summary>Slots of a direction that follow each other [1]; as many as one likes with FDD.</summary>
    public int LongestRun(bool isUp)
    {
        if (_pattern is null)
        {
            return int.MaxValue;
        }

        var (longest, run) = (0, 0);
        foreach (var slot in _pattern + _pattern)
        {
            run = slot == (isUp ? 'U' : 'D') ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }

    /// <summary>Share of the symbols that a direction has [1].</summary>
    public double Share(bool isUp) =>
        _pattern is null ? 1 : Enumerable.Range(0, Length).Count(symbol => Has(isUp, symbol)) / (double)Length;

    /// <summary>Symbols that a length takes, the last one whole [1].</summary>
    public int SymbolsOf(Duration length)
    {
        var slot = _numerology.Slot.Nanoseconds;
        return (int)((length.Nanoseconds * NrNumerology.SymbolsPerSlot + slot - 1) / slot);
    }

    /// <summary>The earliest time, from another on, at which something may begin.</summary>
    /// <param name="isUp">Whether it goes up.</param>
    /// <param name="ready">From when on.</param>
    /// <param name="symbols">Its length [1].</param>
    public SimTime Next(bool isUp, SimTime ready, int symbols)
    {
        var (starts, period) = (StartsOf(isUp, symbols), Period.Nanoseconds);
        var (round, within) = Math.DivRem(ready.Nanoseconds, period);
        var at = Array.BinarySearch(starts, within);
        at = at < 0 ? ~at : at;
        return new SimTime(at < starts.Length ? round * period + starts[at] : (round + 1) * period + starts[0]);
    }

    /// <summary>When something may begin within a period, in order.</summary>
    public IReadOnlyList<Duration> Starts(bool isUp, int symbols) => [.. StartsOf(isUp, symbols).Select(start => new Duration(start))];

    /// <summary>Mean wait of what becomes ready at any time: Σ gap² / (2 · period).</summary>
    public Duration MeanWait(bool isUp, int symbols)
    {
        var (starts, period) = (StartsOf(isUp, symbols), Period.Nanoseconds);
        var sum = 0.0;
        for (var i = 0; i < starts.Length; i++)
        {
            var gap = (double)((i + 1 < starts.Length ? starts[i + 1] : starts[0] + period) - starts[i]);
            sum += gap * gap;
        }

        return new Duration((long)Math.Round(sum / (2 * period)));
    }

    private int Length => (_pattern?.Length ?? 1) * NrNumerology.SymbolsPerSlot;

    private long[] StartsOf(bool isUp, int symbols)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(symbols, GreatestLength);
        ref var starts = ref (isUp ? _upStarts : _downStarts)[symbols];
        if (starts is not null)
        {
            return starts;
        }

        long[] found = [.. Enumerable.Range(0, Length).Where(symbol => MayBegin(isUp, symbol, symbols)).Select(At)];
        return starts =
            found.Length > 0
                ? found
                : throw new ArgumentException(
                    $"{symbols} symbols {(isUp ? "up" : "down")} do not fit into the pattern {_pattern}.",
                    nameof(symbols)
                );
    }

    private long At(int symbol) =>
        (
            _numerology.Slot * (long)(symbol / NrNumerology.SymbolsPerSlot) + _numerology.Symbols(symbol % NrNumerology.SymbolsPerSlot)
        ).Nanoseconds;

    private bool MayBegin(bool isUp, int symbol, int symbols)
    {
        var within = symbol % NrNumerology.SymbolsPerSlot;
        var isOnGrid = isUp && symbols < _miniSlot || within % _miniSlot == 0 && within + _miniSlot <= NrNumerology.SymbolsPerSlot;
        if (!isOnGrid || symbols > NrNumerology.SymbolsPerSlot && within != 0)
        {
            return false;
        }

        for (var i = 0; i < symbols; i++)
        {
            if (!Has(isUp, symbol + i))
            {
                return false;
            }
        }

        return true;
    }

    private bool Has(bool isUp, int symbol) =>
        _pattern is null
        || _pattern[symbol / NrNumerology.SymbolsPerSlot % _pattern.Length] switch
        {
            'U' => isUp,
            'D' => !isUp,
            _ => isUp ? symbol % NrNumerology.SymbolsPerSlot >= SpecialUp : symbol % NrNumerology.SymbolsPerSlot < SpecialDown,
        };
}
