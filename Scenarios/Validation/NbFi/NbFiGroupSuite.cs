using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Technologies;

namespace M2mVsIoTSim.Scenarios.Validation.NbFi;

/// <summary>Messages of several frames with group acknowledgement, of which some are lost.</summary>
internal static class NbFiGroupSuite
{
    private const int Replications = 30;

    private static readonly NbFiOptions Options = NbFiBench.Plain with
    {
        UplinkRate = NbFiRate.Bps400,
        DownlinkRate = NbFiRate.Bps400,
        FullDuplex = true,
    };

    public static ValidationSuite Create() =>
        new(
            "nbfi-group-acknowledgement",
            "NB-Fi: group acknowledgement under loss",
            "Derived from the rules of waviot/NBFi_WA1470: recursion over the rounds, in which an answer names what is missing and the last frame sent again asks (remarks of `NbFiGroup`).",
            "One device at 400 bit/s either way, a message every ten minutes; between station and server each frame and each answer is lost with the probability given.",
            ["nb-fi"],
            [
                .. Rows(1, 0.1, 2),
                .. Rows(1, 0.3, 2),
                .. Rows(4, 0.1, 2),
                .. Rows(4, 0.3, 2),
                .. Rows(16, 0.1, 2),
                .. Rows(31, 0.05, 2),
                .. Rows(31, 0.3, 10),
            ]
        );

    private static IEnumerable<ValidationRow> Rows(int frames, double loss, int retries)
    {
        var options = Options with { BackhaulLoss = loss, Retries = retries };
        var (delivery, transmissions) = (
            NbFiGroup.Delivery(frames, 1 - loss, 1 - loss, retries),
            NbFiGroup.Transmissions(frames, 1 - loss, 1 - loss, retries)
        );

        // ±1.5 % of the delivery over all replications: (2.6/0.015)² (1 − D)/D over 30, at least 200.
        var messages = (int)(200 + 1000 * (1 - delivery) / delivery);
        var name = $"{frames} {(frames == 1 ? "frame" : "frames")}, {loss:P0} lost, {retries} retries";
        return Statistic<(double Delivery, double Transmissions)>.Rows(
            Enumerable.Range(0, Replications).Select(i => Run(options, frames, messages, i)),
            Criterion.InInterval(),
            [
                new($"Delivery, {name}", "1", delivery, run => run.Delivery),
                new($"Frames sent for a message, {name}", "1", transmissions, run => run.Transmissions),
            ]
        );
    }

    private static (double Delivery, double Transmissions) Run(NbFiOptions options, int frames, int messages, int replication)
    {
        var longest = frames == 1 ? NbFiProtocol.PayloadBytes : NbFiProtocol.PayloadBytes * frames - NbFiProtocol.GroupHeaderBytes;
        var bench = new NbFiBench(options, [NbFiBench.At(500)], Math.Min(longest, NbFiProtocol.GreatestMessage), replication);
        bench.Log.IsBrief = true;
        for (var i = 0; i < messages; i++)
        {
            bench.RunUntil(600.0 * i);
            bench.Report(0, i);
        }

        bench.RunUntil(600.0 * messages);
        return ((double)bench.Log.DeliveryCount / messages, (double)bench.Devices[0].Transmissions / messages);
    }
}
