using M2mVsIoTSim.Network;

namespace M2mVsIoTSim.Technologies;

/// <summary>The short message service as probes see it.</summary>
internal sealed class SmsService(string name) : Medium(name)
{
    /// <summary>Its sessions tell what it carries; no packets of a protocol cross it.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override void Send(in Frame frame) =>
        throw new NotSupportedException("The short message service carries messages, not packets.");
}
