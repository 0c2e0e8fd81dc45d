using M2mVsIoTSim.Kernel;

namespace M2mVsIoTSim.Media;

/// <summary>Whose draws decide over the frames of one direction, and how many frames there were.</summary>
internal sealed class Luck(Randomness random, Entity entity, Purpose purpose)
{
    private long _frames;

    private bool? _isBad;

    /// <summary>Whether the frame of a draw is lost by chance; called once for each.</summary>
    public bool Loses(LossModel loss, ref Draw draw) => loss.Loses(ref draw, ref _isBad);

    /// <summary>The draw of the next frame.</summary>
    public Draw Next() => random.Draw(entity, purpose, _frames++);
}
