using M2mVsIoTSim.Protocols;

namespace M2mVsIoTSim.Tests.Protocols;

public class ReassemblyTests
{
    [Test]
    public void Pieces_in_order_move_the_position()
    {
        var stream = new Reassembly();
        stream.Take(new StreamSpan(0, 10));
        stream.Take(new StreamSpan(10, 25));

        Assert.That(stream.Received, Is.EqualTo(25));
    }

    [Test]
    public void A_piece_beyond_a_gap_waits()
    {
        var stream = new Reassembly();
        stream.Take(new StreamSpan(10, 20));

        Assert.That((stream.Received, stream.Beyond), Is.EqualTo((0, new[] { new StreamSpan(10, 20) })));
    }

    [Test]
    public void A_filled_gap_brings_what_waited()
    {
        var stream = new Reassembly();
        stream.Take(new StreamSpan(10, 20));
        stream.Take(new StreamSpan(30, 40));
        stream.Take(new StreamSpan(0, 10));

        Assert.That((stream.Received, stream.Beyond), Is.EqualTo((20, new[] { new StreamSpan(30, 40) })));
    }

    [Test]
    public void Pieces_that_touch_become_one_and_the_last_one_comes_first()
    {
        var stream = new Reassembly();
        stream.Take(new StreamSpan(30, 40));
        stream.Take(new StreamSpan(10, 20));
        stream.Take(new StreamSpan(40, 50));

        Assert.That(stream.Beyond, Is.EqualTo(new[] { new StreamSpan(30, 50), new StreamSpan(10, 20) }));
    }

    [Test]
    public void A_repetition_moves_nothing()
    {
        var stream = new Reassembly();
        stream.Take(new StreamSpan(0, 10));

        Assert.That(stream.Take(new StreamSpan(2, 10)), Is.False);
    }

    [Test]
    public void Any_order_of_pieces_gives_the_whole([Range(1, 20)] int seed)
    {
        var stream = new Reassembly();
        var order = Enumerable.Range(0, 50).OrderBy(piece => unchecked((uint)(piece * 2654435761u * (uint)seed)));
        foreach (var piece in order)
        {
            stream.Take(new StreamSpan(piece * 7, piece * 7 + 7));
        }

        Assert.That((stream.Received, stream.Beyond.Count), Is.EqualTo((350, 0)));
    }
}
