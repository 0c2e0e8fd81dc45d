using System.Globalization;
using System.Numerics;
using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Probes;

/// <summary>A 64-bit digest of everything observed, in order: two runs with the same digest saw the same.</summary>
/// <remarks>
/// Each observation is mixed in as words (kind, who, what, when) by rotation and the odd multiplier of FNV-1a, and finished as in
/// SplitMix64. Not cryptographic. Tested in <c>Tests/Probes/DigestProbeTests</c>.
/// </remarks>
/// <param name="simulation">The clock.</param>
public sealed class DigestProbe(Simulation simulation) : Probe
{
    private ulong _state = 14695981039346656037;

    /// <summary>Number of observations [1].</summary>
    public long Observations { get; private set; }

    /// <summary>The digest of all observations so far.</summary>
    public ulong Digest
    {
        get
        {
            unchecked
            {
                var x = _state;
                x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
                x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
                return x ^ (x >> 31);
            }
        }
    }

    /// <summary>The digest as 16 hexadecimal digits.</summary>
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
        Mix((ulong)occupied.Nanoseconds);
    }

    /// <inheritdoc/>
    public override void FrameLost(Medium medium, DropReason reason)
    {
        Observe(6, medium);
        Mix((ulong)reason);
    }

    private void Observe(ulong kind, in Message message, int detail)
    {
        Begin(kind);
        Mix((ulong)message.Branch.Relation.Index);
        Mix(unchecked((ulong)message.Branch.Edge));
        Mix(message.Source.Code);
        Mix((ulong)message.Serial);
        Mix((ulong)message.Created.Nanoseconds);
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
        Mix((ulong)simulation.Now.Nanoseconds);
    }

    private void Mix(ulong word) => _state = unchecked(BitOperations.RotateLeft(_state ^ word, 27) * 1099511628211);
}
