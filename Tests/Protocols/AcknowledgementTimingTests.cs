using M2mVsIoTSim.Protocols;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Protocols;

public sealed class AcknowledgementTimingTests
{
    /// <summary>A connection that only receives counts its quick acknowledgements, of which there are sixteen, and then no further.</summary>
    [Test]
    public void After_its_quick_acknowledgements_a_connection_may_receive_any_number_of_segments()
    {
        var timing = new AcknowledgementTiming();
        var atOnce = 0;
        for (var segment = 0; segment < 1000; segment++)
        {
            atOnce += timing.Received(AcknowledgementPolicy.Linux, isFull: true, SimTime.Start + segment.Seconds) ? 1 : 0;
            timing.Acknowledged();
        }

        Assert.That(atOnce, Is.EqualTo(16));
    }
}
