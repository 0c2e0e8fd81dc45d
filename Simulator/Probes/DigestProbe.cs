using System.Globalization;
using System.Numerics;
using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Probes;

/// <summary>64-bit digests of everything observed, in order: two runs with the same digest saw the same.</summary>
/// <remarks>
/// One digest is of what happened to whom in which order, one of that with its times, so that a change can be told apart. Each observation is mixed in as words (kind, who, what, when) by rotation and the odd multiplier of FNV-1a, and finished as in
/// SplitMix64. Not cryptographic. Tested in <c>Tests/Probes/DigestProbeTests</c>.
/// </remarks>
/// <param name="simulation">The clock.</param>
public sealed class DigestProbe(Simulation simulation) : Probe
{
    private const ulong Basis = 14695981039346656037;
    private ulong _order = Basis;
    private ulong _all = Basis;

    /// <summary>Number of observations [1].</summary>
    public long Observations { get; private set; }

    /// <summary>The digest of all observations so far, without their times.</summary>
    public ulong Order => Finish(_order);

    /// <summary>The digest of all observations so far, with their times.</summary>
    public ulong Digest => Finish(_all);

    /// <summary>The digest with times, as 16 hexadecimal digits.</summary>
    public override string ToString() => Digest.ToString("x16", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override void Sent(in Message message, SimTime now) => Observe(1, message, 0);

    /// <inheritdoc/>
    public override void Delivered(in Message message, int consumer, SimTime now) => Observe(2, message, consumer);

    /// <inheritdoc/>
    public override void Duplicate(in Message message, SimTime now) => Observe(3, message, 0);

    /// <inheritdoc/>
    public override void Dropped(in Message message, DropReason reason, SimTime now) => Observe(4, message, (int)reason);

    /// <inheritdoc/>
    public override void FrameSent(Medium medium, int bytes, Duration occupied)
    {
        Observe(5, medium);
        Mix((ulong)bytes);
        MixTime((ulong)occupied.Nanoseconds);
    }

    /// <inheritdoc/>
    public override void FrameLost(Medium medium, DropReason reason)
    {
        Observe(6, medium);
        Mix((ulong)reason);
    }

    /// <inheritdoc/>
    public override void Reattached(Node node, Duration interruption, SimTime at)
    {
        Observations++;
        Mix(7);
        Mix(node.Entity.Code);
        MixTime((ulong)interruption.Nanoseconds);
        MixTime((ulong)at.Nanoseconds);
    }

    private void Observe(ulong kind, in Message message, int detail)
    {
        Begin(kind);
        Mix((ulong)message.Branch.Relation.Index);
        Mix(unchecked((ulong)message.Branch.Edge));
        Mix(message.Source.Code);
        Mix((ulong)message.Serial);
        MixTime((ulong)message.Created.Nanoseconds);
        Mix((ulong)detail);
    }

    private void Observe(ulong kind, Medium medium)
    {
        Begin(kind);
        Mix(Entity.RoleCode(medium.Name));
    }

    private void Begin(ulong kind)
    {
        Observations++;
        Mix(kind);
        MixTime((ulong)simulation.Now.Nanoseconds);
    }

    private void Mix(ulong word)
    {
        _order = Mixed(_order, word);
        _all = Mixed(_all, word);
    }

    private void MixTime(ulong word) => _all = Mixed(_all, word);

    private static ulong Mixed(ulong state, ulong word) => unchecked(BitOperations.RotateLeft(state ^ word, 27) * 1099511628211);

    private static ulong Finish(ulong x)
    {
        unchecked
        {
            x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
            x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
            return x ^ (x >> 31);
        }
    }
}
