using M2mVsIoTSim.Media;

namespace M2mVsIoTSim.Scenarios.Validation.RandomAccess;

/// <summary>A frame for one receiver; tells when it has ended.</summary>
internal sealed class OneFrame(Action<OneFrame> ended) : Transmission
{
    public bool IsReceived => ReceptionAt(0) == Reception.Received;

    protected override void Ended() => ended(this);
}
