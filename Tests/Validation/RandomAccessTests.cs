using M2mVsIoTSim.Media;
using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Validation;

/// <summary>The radio channel against the closed forms of random access.</summary>
/// <remarks>
/// 30 batches, 99 % Student interval of the mean, at most ±2 % of the theory wide. A success of probability p then takes about
/// (2.6/0.02)² (1−p)/p frames, a little more because frames that overlap share their fate.
/// </remarks>
public class RandomAccessTests
{
    [TestCase(0.1)]
    [TestCase(0.2)]
    [TestCase(0.5)]
    [TestCase(1.0)]
    [TestCase(1.5)]
    [TestCase(2.0)]
    public void Pure_aloha_carries_G_times_exp_minus_2G(double load)
    {
        var run = new RandomAccessRun(1, RejectionRule.AnyOverlapDestroys, [(load, 1.Seconds)]);
        var frames = 60_000 + 40_000 * Math.Exp(2 * load);

        run.Run((frames / load / Interval.Batches).Seconds).Throughput[0].AssertAgreesWith(load * Math.Exp(-2 * load));
    }

    [TestCase(0.1)]
    [TestCase(0.2)]
    [TestCase(0.5)]
    [TestCase(1.0)]
    [TestCase(1.5)]
    [TestCase(2.0)]
    public void Slotted_aloha_carries_G_times_exp_minus_G(double load)
    {
        var run = new RandomAccessRun(2, RejectionRule.AnyOverlapDestroys, [(load, 1.Seconds)], slot: 1.Seconds);
        var slots = (long)((60_000 + 40_000 * Math.Exp(load)) / load / Interval.Batches);

        run.Run(1.Seconds * slots).Throughput[0].AssertAgreesWith(load * Math.Exp(-load));
    }

    [TestCase(7, 500)]
    [TestCase(7, 2000)]
    [TestCase(9, 500)]
    [TestCase(9, 2000)]
    [TestCase(12, 100)]
    [TestCase(12, 300)]
    public void On_one_lora_channel_without_capture_a_frame_survives_with_exp_minus_2_N_lambda_T(int spreadingFactor, int devices)
    {
        var airtime = Eu868.Uplink(spreadingFactor).Airtime(33);
        var rate = devices / 600.0;
        var run = new RandomAccessRun(3, RejectionRule.AnyOverlapDestroys, [(rate, airtime)]);
        var theory = Math.Exp(-2 * rate * airtime.TotalSeconds);

        run.Run((40_000 / theory / rate / Interval.Batches).Seconds).Success[0].AssertAgreesWith(theory);
    }

    [Test]
    public void Frames_of_two_lengths_survive_with_exp_minus_the_sum_of_rates_times_both_lengths()
    {
        var everyOverlapDestroys = new RejectionRule(
            new[,]
            {
                { double.PositiveInfinity, double.PositiveInfinity },
                { double.PositiveInfinity, double.PositiveInfinity },
            }
        );
        var run = new RandomAccessRun(4, everyOverlapDestroys, [(2, 50.Milliseconds), (0.5, 400.Milliseconds)]);

        // The long frames are the rarer ones and survive with P = 0.27, so they decide how long to run.
        var (success, _) = run.Run(5_000.Seconds);

        Assert.Multiple(() =>
        {
            success[0].AssertAgreesWith(Math.Exp(-2 * (0.05 + 0.05) - 0.5 * (0.05 + 0.4)));
            success[1].AssertAgreesWith(Math.Exp(-2 * (0.4 + 0.05) - 0.5 * (0.4 + 0.4)));
        });
    }

    [Test]
    public void Spreading_factors_that_never_harm_each_other_see_only_their_own_load()
    {
        var (seven, twelve) = (Eu868.Uplink(7).Airtime(33), Eu868.Uplink(12).Airtime(33));
        var orthogonal = new RejectionRule(
            new[,]
            {
                { double.PositiveInfinity, double.NegativeInfinity },
                { double.NegativeInfinity, double.PositiveInfinity },
            }
        );
        var run = new RandomAccessRun(5, orthogonal, [(2, seven), (0.1, twelve)]);

        var (success, _) = run.Run(30_000.Seconds);

        Assert.Multiple(() =>
        {
            success[0].AssertAgreesWith(Math.Exp(-2 * 2 * seven.TotalSeconds));
            success[1].AssertAgreesWith(Math.Exp(-2 * 0.1 * twelve.TotalSeconds));
        });
    }

    private static IEnumerable<TestCaseData> LoRaSimPoints() =>
        DataFile.Rows("lora-lorasim-der.csv").Select(row => new TestCaseData(row).SetArgDisplayNames(row.ToString()));

    [TestCaseSource(nameof(LoRaSimPoints))]
    public void Without_capture_as_many_frames_arrive_as_in_lorasim(object data)
    {
        var row = (DataFile.Row)data;
        var modulation = row["setup"] switch
        {
            "SN1" => new LoRaModulation(12, 125.Kilohertz, CodingRate: 4),
            "SN2" => new LoRaModulation(6, 500.Kilohertz, HasHeader: false),
            _ => new LoRaModulation(12, 125.Kilohertz),
        };
        var rate = row.Number("nodes") / 1000;
        var run = new RandomAccessRun(6, RejectionRule.AnyOverlapDestroys, [(rate, modulation.Airtime(20))]);

        Assert.That(run.Run((2000 / rate).Seconds).Success[0].Mean, Is.EqualTo(row.Number("der_simple")).Within(0.02));
    }
}
