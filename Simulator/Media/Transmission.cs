using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Media;

/// <summary>Something on the air of a <see cref="RadioMedium"/>. Its sender derives what it carries and may use it again when it has ended.</summary>
public abstract class Transmission : IEventTarget
{
    private const long EndOfTransmission = -1;

    private Reception[] _receptions = [];
    private double[] _interference = [];
    private uint _interferers;

    /// <summary>By receiver within reach, where it stands among what is heard there.</summary>
    private int[] _places = [];
    private RadioMedium? _air;

    /// <summary>Channel on which it is, or part of the band where its medium has no channels [1].</summary>
    public int Channel { get; private set; }

    /// <summary>Its code: spreading factor, spreading sequence and the like [1].</summary>
    public int Code { get; private set; }

    /// <summary>When it began.</summary>
    public SimTime Start { get; private set; }

    /// <summary>When it ends or ended.</summary>
    public SimTime End { get; private set; }

    /// <summary>The receivers within reach, in the order of their numbers.</summary>
    public IReadOnlyList<Reach> Reaches => Within;

    internal Reach[] Within { get; private set; } = [];

    /// <summary>What became of it at a receiver; final once it has ended.</summary>
    /// <param name="index">Index into <see cref="Reaches"/>.</param>
    public Reception ReceptionAt(int index) => _receptions[index];

    /// <summary>What became of it at the receiver at which it came furthest; too weak where none is within reach.</summary>
    public Reception Furthest()
    {
        var best = Reception.TooWeak;
        for (var i = 0; i < Within.Length; i++)
        {
            if (_receptions[i] > best)
            {
                best = _receptions[i];
            }
        }

        return best;
    }

    /// <summary>Why no receiver got it: the reason of the receiver at which it came furthest.</summary>
    /// <remarks>Of little progress to much: too weak, no demodulator free, receiver transmitting, destroyed by others.</remarks>
    public DropReason LossReason() => Furthest().LossReason();

    void IEventTarget.Fire(long token)
    {
        if (token == EndOfTransmission)
        {
            _air!.Finish(this);
        }
        else
        {
            Fire(token);
        }
    }

    /// <summary>It has ended; <see cref="ReceptionAt"/> is final.</summary>
    protected internal abstract void Ended();

    /// <summary>The wake-up for which a derived class has scheduled itself, with a token of 0 or more.</summary>
    protected virtual void Fire(long token) => throw new NotSupportedException($"{GetType().Name} schedules no wake-ups of its own.");

    internal void Begin(RadioMedium air, int channel, int code, Duration length, Reach[] within, Simulation simulation)
    {
        (_air, Channel, Code, Within) = (air, channel, code, within);
        Start = simulation.Now;
        End = Start + length;
        _interferers = 0;
        if (_receptions.Length < within.Length)
        {
            _receptions = new Reception[within.Length];
            _places = new int[within.Length];
            _interference = new double[within.Length * air.Rule.Codes];
        }

        simulation.At(End, this, EndOfTransmission);
    }

    internal void Set(int index, Reception reception) => _receptions[index] = reception;

    /// <summary>Where it stands among what a receiver hears.</summary>
    internal int PlaceAt(int index) => _places[index];

    internal void StandAt(int index, int place) => _places[index] = place;

    /// <summary>Adds the energy of another code at a receiver [mJ].</summary>
    internal void Suffer(int index, int code, double energy)
    {
        Meet(code);
        _interference[index * _air!.Rule.Codes + code] += energy;
    }

    /// <summary>Keeps the strongest of another code at a receiver [mW].</summary>
    internal void SufferStrongest(int index, int code, double milliwatts)
    {
        Meet(code);
        ref var strongest = ref _interference[index * _air!.Rule.Codes + code];
        strongest = Math.Max(strongest, milliwatts);
    }

    /// <summary>Clears what an earlier transmission of this object left behind, when a code is met first.</summary>
    private void Meet(int code)
    {
        if ((_interferers & 1u << code) == 0)
        {
            _interferers |= 1u << code;
            var codes = _air!.Rule.Codes;
            for (var i = 0; i < Within.Length; i++)
            {
                _interference[i * codes + code] = 0;
            }
        }
    }

    internal bool SurvivesAt(int index)
    {
        var rule = _air!.Rule;
        double own = Within[index].Milliwatts;
        if (rule.Sum == InterferenceSum.Energy)
        {
            own *= (End - Start).TotalSeconds;
        }

        for (var left = _interferers; left != 0; left &= left - 1)
        {
            var code = System.Numerics.BitOperations.TrailingZeroCount(left);
            var interference = _interference[index * rule.Codes + code];
            if (interference > 0 && !rule.Survives(Code, code, own, interference))
            {
                return false;
            }
        }

        return true;
    }
}
