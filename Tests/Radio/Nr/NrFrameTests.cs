using M2mVsIoTSim.Radio.Nr;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Radio.Nr;

public class NrFrameTests
{
    private static readonly NrNumerology Thirty = NrNumerology.Of(30.Kilohertz);

    [TestCase(14, 0.25)]
    [TestCase(7, 0.125)]
    public void The_mean_wait_is_half_of_an_allocation(int symbols, double milliseconds) =>
        Assert.That(new NrFrame(Thirty, symbols, null).MeanWait(isUp: true, symbols), Is.EqualTo(milliseconds.Milliseconds));

    [Test]
    public void Allocations_of_four_symbols_leave_two_at_the_end()
    {
        var frame = new NrFrame(Thirty, 4, null);

        Assert.That(frame.Starts(isUp: false, 4), Has.Count.EqualTo(3));
        // Gaps of 4, 4 and 6 symbols: (16 + 16 + 36) / 28 symbols.
        Assert.That(frame.MeanWait(isUp: false, 4).TotalSeconds, Is.EqualTo(68.0 / 28 * 0.5e-3 / 14).Within(2e-9));
    }

    [Test]
    public void The_uplink_of_TDD_waits_for_its_slot()
    {
        var frame = new NrFrame(Thirty, 14, "DDDSU");

        // Once in 2.5 ms: half of that on average.
        Assert.That(frame.MeanWait(isUp: true, 14), Is.EqualTo(1.25.Milliseconds));
        // Time 0 is the slot of the uplink; it has begun, so the next is that of the next period.
        Assert.That(frame.Next(isUp: true, SimTime.Start, 14), Is.EqualTo(SimTime.Start));
        Assert.That(frame.Next(isUp: true, SimTime.Start + 1.Microseconds, 14), Is.EqualTo(SimTime.Start + 2.5.Milliseconds));
    }

    [Test]
    public void The_downlink_of_TDD_has_three_slots_of_five()
    {
        var frame = new NrFrame(Thirty, 14, "DDDSU");

        // U D D D S: gaps of 1, 1 and 3 slots, (1 + 1 + 9) / 10 slots.
        Assert.That(frame.MeanWait(isUp: false, 14), Is.EqualTo(0.55.Milliseconds));
        Assert.That(frame.LongestRun(isUp: false), Is.EqualTo(3));
        Assert.That(frame.Share(isUp: false), Is.EqualTo((3 * 14 + 10) / 70.0).Within(1e-12));
    }

    [Test]
    public void The_special_slot_takes_short_allocations_both_ways()
    {
        var frame = new NrFrame(Thirty, 4, "DSU");

        // Down: three in D and two of ten symbols in S. Feedback of a symbol: 14 in U and 2 in S.
        Assert.That(frame.Starts(isUp: false, 4), Has.Count.EqualTo(5));
        Assert.That(frame.Starts(isUp: true, 1), Has.Count.EqualTo(16));
    }

    [TestCase("DDD")]
    [TestCase("UUX")]
    [TestCase("")]
    public void A_pattern_needs_both_directions_and_no_other_letters(string pattern) =>
        Assert.That(() => new NrFrame(Thirty, 14, pattern), Throws.ArgumentException.With.Message.Contains("such as DDDSU"));

    [Test]
    public void What_does_not_fit_is_refused() =>
        Assert.That(() => new NrFrame(Thirty, 14, "DDDSU").Next(isUp: true, SimTime.Start, 28), Throws.ArgumentException);

    [Test]
    public void Lengths_are_whole_symbols()
    {
        var frame = new NrFrame(Thirty, 2, null);

        Assert.That(Enumerable.Range(1, 42).Select(count => frame.SymbolsOf(Thirty.Symbols(count))), Is.EqualTo(Enumerable.Range(1, 42)));
    }
}
