using M2mVsIoTSim.Radio.Nr;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Radio.Nr;

public class NrProcessingTests
{
    [TestCase(15, 1, 0.571, 0.714)]
    [TestCase(30, 1, 0.357, 0.428)]
    [TestCase(60, 1, 0.303, 0.410)]
    [TestCase(15, 2, 0.214, 0.357)]
    [TestCase(30, 2, 0.161, 0.196)]
    [TestCase(60, 2, 0.161, 0.196)]
    public void Devices_take_their_time(int kilohertz, int capability, double decoding, double preparing)
    {
        var processing = new NrProcessing(NrNumerology.Of(kilohertz.Kilohertz), capability);

        Assert.That(1000 * processing.Decoding(14, isTypeB: false).TotalSeconds, Is.EqualTo(decoding).Within(6e-4));
        Assert.That(1000 * processing.Preparing.TotalSeconds, Is.EqualTo(preparing).Within(6e-4));
    }

    [Test]
    public void The_faster_capability_ends_at_60_kHz() =>
        Assert.That(() => new NrProcessing(NrNumerology.Of(120.Kilohertz), 2).Preparing, Throws.ArgumentException);

    [Test]
    public void An_uplink_with_a_configured_grant_takes_what_its_parts_do()
    {
        var processing = new NrProcessing(NrNumerology.Of(30.Kilohertz), 1);
        var timing = new NrTiming(new NrFrame(processing.Numerology, 14, null), processing, 14, IsTypeB: false);

        // 0.214 to prepare, half a slot to wait, a slot, 0.178 to decode.
        Assert.That(1000 * timing.MeanConfigured(processing.Numerology.Slot, 0).TotalSeconds, Is.EqualTo(1.142).Within(1e-3));
        // A quarter of a ms to the request, 0.036; 0.392 to decode and schedule; 0.25, 0.036; 0.428 to prepare; wait for the slot; 0.5; 0.178.
        Assert.That(1000 * timing.MeanDynamic(processing.Numerology.Slot, 0).TotalSeconds, Is.EqualTo(2.32).Within(2e-2));
    }
}
