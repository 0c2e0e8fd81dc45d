using M2mVsIoTSim.Media;

namespace M2mVsIoTSim.Tests.Media;

internal sealed class TestTransmission(Action<TestTransmission> ended) : Transmission
{
    public bool Arrived => Enumerable.Range(0, Reaches.Count).Any(i => ReceptionAt(i) == Reception.Received);

    protected internal override void Ended() => ended(this);
}
