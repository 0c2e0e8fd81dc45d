namespace M2mVsIoTSim.Kernel;

/// <summary>Addressed random numbers: a draw is a function of (seed, replication, entity, purpose, index), never of who drew before.</summary>
/// <remarks>
/// So adding a gateway, changing a radio or the number of threads leaves every other entity's arrivals, places, shadowing and
/// failures bit-identical, and two architectures are compared under the same luck. The address is stateless; the caller keeps the
/// index, or lets a <see cref="RandomStream"/> keep it.
/// </remarks>
public sealed class Randomness(ulong seed, int replication)
{
    /// <summary>The draw at an address.</summary>
    /// <param name="entity">Whose luck it is.</param>
    /// <param name="purpose">What it decides.</param>
    /// <param name="index">Which draw of that purpose, counted by the caller.</param>
    public Draw Draw(Entity entity, Purpose purpose, long index = 0) =>
        new(seed, unchecked((ulong)replication), entity.Code, purpose.Code, unchecked((ulong)index));

    /// <summary>The first 64 bits of the draw at an address.</summary>
    internal ulong FirstBits(Entity entity, Purpose purpose, long index)
    {
        var (bits, b, c, d) = (entity.Code, purpose.Code, unchecked((ulong)index), 0UL);
        Philox.Scramble(ref bits, ref b, ref c, ref d, seed, unchecked((ulong)replication));
        return bits;
    }

    /// <summary>A sequence of draws of one entity for one purpose, which keeps the index.</summary>
    public RandomStream Stream(Entity entity, Purpose purpose) => new(this, entity, purpose);
}
