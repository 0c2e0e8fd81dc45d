using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Detection;

/// <summary>What the devices of a party measure: for each device and sample a pure function of addressed luck.</summary>
/// <remarks>
/// Modelled: white noise of each device, white noise that all of them have in common (load, mains, weather), and faults. Values are what is left when
/// everything known beforehand (level, day, season) has been taken off, which is the same wherever it is done. Left out: serial correlation, quantisation,
/// parameters that have to be estimated. Devices sample on a common grid, each at a phase of its own. Nothing is stored, so all architectures see the same
/// values whatever they send. Four normal numbers come from one address (Box and Muller 1958, both branches). Tested in <c>Tests/Detection/SignalTests</c>.
/// </remarks>
public sealed class Signal
{
    private const int PerDraw = 4;
    private static readonly Purpose Noise = Purpose.Named("measured noise");
    private static readonly Purpose Phase = Purpose.Named("phase of sampling");

    private readonly Randomness _random;
    private readonly string _party;
    private readonly Entity _all;
    private readonly Fault[][] _faultsOf;
    private readonly List<double> _common = [];

    /// <param name="random">The luck.</param>
    /// <param name="party">Name of the devices' party.</param>
    /// <param name="devices">How many there are [1].</param>
    /// <param name="every">Time from sample to sample.</param>
    /// <param name="own">Standard deviation of a device's own noise, above 0.</param>
    /// <param name="common">Standard deviation of what all have in common, not negative.</param>
    /// <param name="faults">What happens.</param>
    public Signal(Randomness random, string party, int devices, Duration every, double own, double common, IReadOnlyList<Fault> faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        ArgumentOutOfRangeException.ThrowIfLessThan(every.Nanoseconds, 1, nameof(every));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(own);
        ArgumentOutOfRangeException.ThrowIfNegative(common);
        (_random, _party, Devices, Every, Own, Common, Faults) = (random, party, devices, every, own, common, faults);
        _all = Entity.Of($"all of {party}");
        _faultsOf = new Fault[devices][];
        for (var device = 0; device < devices; device++)
        {
            _faultsOf[device] = [.. faults.Where(fault => fault.Strikes(device))];
        }
    }

    /// <summary>How many devices measure [1].</summary>
    public int Devices { get; }

    /// <summary>Time from sample to sample.</summary>
    public Duration Every { get; }

    /// <summary>Standard deviation of a device's own noise.</summary>
    public double Own { get; }

    /// <summary>Standard deviation of what all devices have in common.</summary>
    public double Common { get; }

    /// <summary>What happens, in order of its beginning.</summary>
    public IReadOnlyList<Fault> Faults { get; }

    /// <summary>How long after the beginning of each interval a device samples.</summary>
    public Duration PhaseOf(int device) => new((long)(Every.Nanoseconds * _random.Draw(Entity.Of(_party, device), Phase).Uniform()));

    /// <summary>Reads successive samples of a device.</summary>
    /// <param name="device">Which, from 0.</param>
    /// <param name="first">Number of the first sample, from 0.</param>
    /// <param name="into">As many as fit.</param>
    public void Read(int device, long first, Span<double> into)
    {
        FillCommon(first + into.Length);
        Fill(Entity.Of(_party, device), first, into, Own);
        for (var i = 0; i < into.Length; i++)
        {
            into[i] += _common[(int)(first + i)];
        }

        foreach (var fault in _faultsOf[device])
        {
            var phase = PhaseOf(device);
            for (var i = 0; i < into.Length; i++)
            {
                into[i] += fault.At(SimTime.Start + Every * (first + i) + phase);
            }
        }
    }

    private void FillCommon(long until)
    {
        Span<double> next = stackalloc double[PerDraw];
        while (_common.Count < until)
        {
            Fill(_all, _common.Count, next, Common);
            _common.AddRange(next);
        }
    }

    private void Fill(Entity entity, long first, Span<double> into, double deviation)
    {
        Span<double> four = stackalloc double[PerDraw];
        var known = -1L;
        for (var i = 0; i < into.Length; i++)
        {
            var (block, place) = ((first + i) / PerDraw, (int)((first + i) % PerDraw));
            if (block != known)
            {
                var draw = _random.Draw(entity, Noise, block);
                (four[0], four[1]) = Pair(ref draw);
                (four[2], four[3]) = Pair(ref draw);
                known = block;
            }

            into[i] = deviation * four[place];
        }
    }

    /// <summary>Two independent standard normal numbers.</summary>
    internal static (double, double) Pair(ref Draw draw)
    {
        var radius = Math.Sqrt(-2 * Math.Log(1 - draw.Uniform()));
        var (sine, cosine) = Math.SinCos(2 * Math.PI * draw.Uniform());
        return (radius * cosine, radius * sine);
    }
}
