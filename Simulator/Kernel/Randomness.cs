namespace M2mVsIoTSim.Kernel;

/// <summary>Addressed random numbers: a draw is a function of (seed, replication, entity, purpose, index), never of who drew before.</summary>
/// <remarks>
/// So adding a gateway, changing a radio or the number of threads leaves every other entity's arrivals, places, shadowing and
/// failures bit-identical, and two architectures are compared under the same luck. The address is stateless; the caller keeps the
/// index, or lets a <see cref="RandomStream"/> keep it.
/// </remarks>
public sealed class Randomness(ulong seed, int replication)
{
    private bool _isWatched;

    /// <summary>Number of draws since <see cref="Watch"/> [1].</summary>
    public long Draws { get; private set; }

    /// <summary>Which draws were taken since <see cref="Watch"/>, in whatever order: equal for equal sets of addresses.</summary>
    public ulong DrawDigest { get; private set; }

    /// <summary>Begins to count draws, which costs a little at each.</summary>
    public void Watch() => _isWatched = true;

    /// <summary>The draw at an address.</summary>
    /// <param name="entity">Whose luck it is.</param>
    /// <param name="purpose">What it decides.</param>
    /// <param name="index">Which draw of that purpose, counted by the caller.</param>
    public Draw Draw(Entity entity, Purpose purpose, long index = 0)
    {
        Notice(entity, purpose, index);
        return new(seed, unchecked((ulong)replication), entity.Code, purpose.Code, unchecked((ulong)index));
    }

    /// <summary>Counts a draw, if draws are watched.</summary>
    internal void Notice(Entity entity, Purpose purpose, long index)
    {
        if (_isWatched)
        {
            Note(entity, purpose, index);
        }
    }

    /// <summary>The first 64 bits of the draw at an address, which is not noticed: it may be taken in advance and never used.</summary>
    internal ulong FirstBits(Entity entity, Purpose purpose, long index)
    {
        var (bits, b, c, d) = (entity.Code, purpose.Code, unchecked((ulong)index), 0UL);
        Philox.Scramble(ref bits, ref b, ref c, ref d, seed, unchecked((ulong)replication));
        return bits;
    }

    /// <summary>Adds an address; sums do not know an order.</summary>
    private void Note(Entity entity, Purpose purpose, long index)
    {
        unchecked
        {
            var (a, b, c, d) = (entity.Code, purpose.Code, (ulong)index, 0UL);
            Philox.Scramble(ref a, ref b, ref c, ref d, 0, 0);
            DrawDigest += a;
            Draws++;
        }
    }

    /// <summary>A sequence of draws of one entity for one purpose, which keeps the index.</summary>
    public RandomStream Stream(Entity entity, Purpose purpose) => new(this, entity, purpose);
}
