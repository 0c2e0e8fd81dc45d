using M2mVsIoTSim.Network;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Technologies;

public class CorePathTests
{
    [Test]
    public void A_core_without_variation_delays_by_fibre_and_processing()
    {
        var core = new OperatorCore(new OperatorCoreOptions { Variation = Duration.Zero, Loss = 0 });

        // 200 km * 1.5 * 5 us and 1 ms.
        Assert.That(new TechnologyBench(core).Delays(1).Single(), Is.EqualTo(0.0025).Within(1e-9));
    }

    [Test]
    public void A_private_access_point_reaches_the_site_over_both_distances()
    {
        var vpn = new ApnVpn(new ApnVpnOptions { Variation = Duration.Zero, Loss = 0 });

        // 500 km * 1.5 * 5 us, 2 ms, and 100 + 64 + 26 octets at 100 Mbit/s.
        Assert.That(new TechnologyBench(vpn).Delays(1).Single(), Is.EqualTo(0.00375 + 0.002 + 190 * 8 / 100e6).Within(1e-9));
    }

    [Test]
    public void A_packet_that_the_tunnel_makes_too_long_is_lost()
    {
        var bench = new TechnologyBench(new ApnVpn(new ApnVpnOptions()));
        bench.Log.Send(0, 1437, default);

        Assert.That(bench.Log.Dropped, Is.EqualTo(new[] { (0, DropReason.TooLarge) }));
    }

    [Test]
    public void The_Internet_delays_by_half_its_round_trip_and_the_mean_variation()
    {
        var delays = new TechnologyBench(new Internet(new InternetOptions())).Delays(20_000);

        // Standard deviation 0.45 / sqrt(2) ms: four standard errors of 20 000 are 9 us.
        Assert.That(delays.Average(), Is.EqualTo(0.0075 + 0.00045).Within(0.00001));
    }
}
