namespace M2mVsIoTSim.Media.LrWpan;

/// <summary>Variation of the power from frame to frame.</summary>
public interface IFrameFading
{
    /// <summary>Factor on the mean power of a frame at a radio [1].</summary>
    /// <param name="sender">Number of the radio that sends [1].</param>
    /// <param name="receiver">Number of the radio that hears [1].</param>
    /// <param name="frame">Number of the frame among those of its sender [1].</param>
    double Gain(int sender, int receiver, long frame);
}
