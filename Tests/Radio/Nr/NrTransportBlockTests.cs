using M2mVsIoTSim.Radio.Nr;

namespace M2mVsIoTSim.Tests.Radio.Nr;

/// <summary>Sizes are test vectors of srsran/srsRAN_Project, <c>tests/unittests/scheduler/support/tbs_calculator_test_data.h</c>: 12 symbols, 6 or 36 elements of reference symbols.</summary>
public class NrTransportBlockTests
{
    [TestCase(6, 0, 2, 102.4, 1, 1.0, 6, 160)]
    [TestCase(6, 0, 2, 102.4, 1, 0.25, 6, 40)]
    [TestCase(36, 12, 2, 102.4, 1, 0.25, 6, 24)]
    [TestCase(6, 12, 2, 921.6, 1, 1.0, 6, 1416)]
    [TestCase(36, 0, 2, 921.6, 1, 1.0, 11, 2152)]
    [TestCase(6, 0, 2, 921.6, 4, 1.0, 6, 5888)]
    [TestCase(36, 12, 2, 921.6, 4, 1.0, 6, 4096)]
    [TestCase(6, 12, 2, 921.6, 4, 1.0, 11, 9992)]
    [TestCase(36, 12, 4, 921.6, 1, 1.0, 11, 3824)]
    [TestCase(36, 0, 4, 921.6, 1, 1.0, 11, 4224)]
    [TestCase(6, 0, 4, 921.6, 4, 1.0, 6, 11784)]
    [TestCase(6, 0, 4, 921.6, 4, 1.0, 11, 22032)]
    [TestCase(36, 12, 4, 921.6, 4, 1.0, 11, 15112)]
    [TestCase(6, 0, 6, 102.4, 4, 1.0, 11, 3624)]
    [TestCase(6, 12, 6, 921.6, 1, 1.0, 11, 7424)]
    [TestCase(6, 0, 6, 921.6, 4, 1.0, 11, 32776)]
    [TestCase(6, 0, 8, 102.4, 4, 1.0, 6, 2664)]
    [TestCase(6, 0, 8, 921.6, 4, 1.0, 6, 24072)]
    public void A_transport_block_has_the_size_of_the_standard(
        int reference,
        int overhead,
        int order,
        double rate,
        int layers,
        double scaling,
        int resourceBlocks,
        int expected
    )
    {
        var elements = NrTransportBlock.Elements(12, reference, overhead, resourceBlocks);

        Assert.That(NrTransportBlock.Size(elements, new NrModulation(order, rate), layers, scaling), Is.EqualTo(expected));
    }

    [TestCase(256, 0.5, 1)]
    [TestCase(3824, 0.5, 1)]
    [TestCase(8424, 0.9, 1)]
    [TestCase(8456, 0.9, 2)]
    [TestCase(4096, 0.2, 2)]
    public void Large_blocks_are_cut(int size, double rate, int count) =>
        Assert.That(NrTransportBlock.CodeBlocks(size, rate).Count, Is.EqualTo(count));
}
