using M2mVsIoTSim.Kernel;

namespace M2mVsIoTSim.Media;

/// <summary>Whose draws decide over the frames of one direction, and how many frames there were.</summary>
internal sealed class Luck(Randomness random, Entity entity, Purpose purpose)
{
    private long _frames;

    /// <summary>Whether the frame before was lost by chance; null before the first.</summary>
    public bool? LostBefore { get; set; }

    /// <summary>The draw of the next frame.</summary>
    public Draw Next() => random.Draw(entity, purpose, _frames++);
}
