using M2mVsIoTSim.Kernel;

namespace M2mVsIoTSim.Tests.Kernel;

public sealed class PhiloxTests
{
    /// <summary>Known answers of Philox4x64 with ten rounds, file kat_vectors of Random123 1.14.0.</summary>
    private static readonly TestCaseData[] KnownAnswers =
    [
        new TestCaseData(
            new ulong[4],
            new ulong[2],
            new ulong[] { 0x16554d9eca36314c, 0xdb20fe9d672d0fdc, 0xd7e772cee186176b, 0x7e68b68aec7ba23b }
        ).SetArgDisplayNames("zeros"),
        new TestCaseData(
            new[] { ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, ulong.MaxValue },
            new[] { ulong.MaxValue, ulong.MaxValue },
            new ulong[] { 0x87b092c3013fe90b, 0x438c3c67be8d0224, 0x9cc7d7c69cd777b6, 0xa09caebf594f0ba0 }
        ).SetArgDisplayNames("ones"),
        new TestCaseData(
            new ulong[] { 0x243f6a8885a308d3, 0x13198a2e03707344, 0xa4093822299f31d0, 0x082efa98ec4e6c89 },
            new ulong[] { 0x452821e638d01377, 0xbe5466cf34e90c6c },
            new ulong[] { 0xa528f45403e61d95, 0x38c72dbd566e9788, 0xa5a1610e72fd18b5, 0x57bd43b5e52b7fe6 }
        ).SetArgDisplayNames("digits of pi"),
    ];

    [TestCaseSource(nameof(KnownAnswers))]
    public void Philox_gives_the_published_answers(ulong[] counter, ulong[] key, ulong[] answer)
    {
        var (a, b, c, d) = (counter[0], counter[1], counter[2], counter[3]);
        Philox.Scramble(ref a, ref b, ref c, ref d, key[0], key[1]);

        Assert.That((ulong[])[a, b, c, d], Is.EqualTo(answer));
    }

    [Test]
    public void A_draw_is_the_block_at_its_address()
    {
        // Key (seed, replication), counter (entity, purpose, index, sub-draw): here the digits of pi, as far as they fit.
        var (a, b, c, d) = (0x243f6a8885a308d3UL, 0x13198a2e03707344UL, 5UL, 0UL);
        Philox.Scramble(ref a, ref b, ref c, ref d, 0x452821e638d01377, 9);

        var draw = new Randomness(0x452821e638d01377, 9).Draw(new Entity(0x243f6a8885a308d3), new Purpose(0x13198a2e03707344), 5);

        Assert.That((ulong[])[draw.NextBits(), draw.NextBits(), draw.NextBits(), draw.NextBits()], Is.EqualTo((ulong[])[a, b, c, d]));
    }

    [Test]
    public void The_fifth_number_of_a_draw_is_the_first_of_its_next_block()
    {
        var (a, b, c, d) = (1UL, 2UL, 3UL, 1UL);
        Philox.Scramble(ref a, ref b, ref c, ref d, 4, 0);

        var draw = new Randomness(4, 0).Draw(new Entity(1), new Purpose(2), 3);
        for (var i = 0; i < 4; i++)
        {
            draw.NextBits();
        }

        Assert.That(draw.NextBits(), Is.EqualTo(a));
    }
}
