namespace M2mVsIoTSim.Media;

/// <summary>That a receiver is within reach of a sender.</summary>
/// <param name="Receiver">Number of the receiver [1].</param>
/// <param name="Milliwatts">Power of the sender there [mW].</param>
public readonly record struct Reach(int Receiver, float Milliwatts);
