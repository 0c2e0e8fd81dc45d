using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Validation.LoRa;

/// <summary>Acknowledgements and repetitions of LoRaWAN against closed forms.</summary>
internal static class AnswerSuite
{
    private const int Replications = 10;

    /// <summary>Messages of one device in a replication: of 20 000 the mean number of transmissions is known to 1 %.</summary>
    private const int Messages = 2000;

    /// <summary>Messages of all devices in a replication: of 50 000 a share is known to 0.006 at 99 %.</summary>
    private const int Crowded = 5000;

    private const int Attempts = 8;
    private const int Repetitions = 3;
    private static readonly double[] Losses = [0.1, 0.3, 0.5];
    private static readonly double[] Rates = [0.5, 1.5];
    private static readonly LoRaWanEu868Options Free = LoRaWanBench.Plain with { DutyCycle = false, SpreadingFactor = 7 };

    public static ValidationSuite Create() =>
        new(
            "lorawan-answers",
            "LoRaWAN acknowledgements and repetitions",
            "Theory: up to 8 transmissions, each answered with probability (1 − p)²; up to 3 transmissions without answers; a gateway that is deaf while it answers.",
            $"One gateway, SF7, no duty cycle, {Replications} replications. First one device and {Messages} messages in each, of which the line of the gateway loses a share p either way. "
                + $"Then 200 devices and {Crowded} messages in each: an uplink is received if none of the same channel overlaps it and the gateway does not answer another meanwhile, "
                + "P = exp(−2 λ T/8) exp(−λ P (T + T_ack)); answers in both windows at SF7.",
            ["lorawan-eu868"],
            [.. Losses.SelectMany(Repeated), .. Rates.SelectMany(Deaf)]
        );

    private static IEnumerable<ValidationRow> Repeated(double loss)
    {
        var unanswered = 1 - (1 - loss) * (1 - loss);
        var confirmed = Free with { Confirmed = true, ConfirmedTransmissions = Attempts, BackhaulLoss = loss };
        var repeated = Free with { Transmissions = Repetitions, BackhaulLoss = loss };
        return
        [
            .. Statistic<Outcome>.Rows(
                Runs(confirmed, 1, Messages, 120.Seconds),
                Criterion.InInterval(),
                [
                    new(
                        $"{loss} lost: transmissions of a confirmed message",
                        "1",
                        (1 - Math.Pow(unanswered, Attempts)) / (1 - unanswered),
                        outcome => (double)outcome.Uplinks / outcome.Messages
                    ),
                ]
            ),
            .. Statistic<Outcome>.Rows(
                Runs(repeated, 1, Messages, 120.Seconds),
                Criterion.InInterval(),
                [
                    new(
                        $"{loss} lost: messages that arrive in three transmissions",
                        "1",
                        1 - Math.Pow(loss, Repetitions),
                        outcome => (double)outcome.Arrived / outcome.Messages
                    ),
                ]
            ),
        ];
    }

    private static IEnumerable<ValidationRow> Deaf(double perSecond)
    {
        const int Devices = 200;
        var options = Free with
        {
            Confirmed = true,
            ConfirmedTransmissions = 1,
            Rejection = LoRaRejectionRule.Aloha,
            ReceiveWindow2DataRate = 5,
        };
        var (up, down) = (
            Eu868.Uplink(7).Airtime(29).TotalSeconds,
            Eu868.Plan.Downlink(5).Downlink.Airtime(LoRaWanFrame.Empty).TotalSeconds
        );
        var expected = 1.0;
        for (var i = 0; i < 50; i++)
        {
            expected = Math.Exp(-2 * perSecond * up / 8 - perSecond * expected * (up + down));
        }

        return Statistic<Outcome>.Rows(
            Runs(options, Devices, Crowded / Devices, (Devices / perSecond).Seconds),
            Criterion.Within(0.01, 0.008),
            [
                new(
                    $"{perSecond} confirmed uplinks a second: share received",
                    "1",
                    expected,
                    outcome => (double)outcome.Arrived / outcome.Messages
                ),
            ]
        );
    }

    private static IEnumerable<Outcome> Runs(LoRaWanOptions options, int devices, int messages, Duration period) =>
        Enumerable.Range(1, Replications).Select(seed => Run(options, devices, messages, period, (ulong)seed));

    private static Outcome Run(LoRaWanOptions options, int devices, int messages, Duration period, ulong seed)
    {
        var bench = new LoRaWanBench(options, Sunflower.Places(devices, 500, 1.2), seed: seed);
        var reporter = new Reporter(bench, devices, period);
        for (var i = 0; i < messages; i++)
        {
            reporter.Plan(i);
            bench.RunFor(period);
        }

        bench.RunFor(2.Minutes);
        return new Outcome(bench.Log.Produced, bench.Log.DeliveredMessages.Count, bench.Devices.Sum(device => device.Frames));
    }

    /// <summary>Lets every device report once in a period: one by itself at its beginning, many at random times.</summary>
    private sealed class Reporter(LoRaWanBench bench, int devices, Duration period) : IEventTarget
    {
        private static readonly Purpose Phase = Purpose.Named("report");
        private int _period;

        public void Plan(int number)
        {
            _period = number;
            for (var device = 0; device < devices; device++)
            {
                var draw = bench.Simulation.Random.Draw(bench.Meters[device].Entity, Phase, number);
                bench.Simulation.After(devices == 1 ? Duration.Zero : period * draw.Uniform(), this, device);
            }
        }

        void IEventTarget.Fire(long device) => bench.Report((int)device, _period);
    }

    /// <param name="Messages">How many were produced [1].</param>
    /// <param name="Arrived">How many of them arrived [1].</param>
    /// <param name="Uplinks">Transmissions of the devices [1].</param>
    private sealed record Outcome(int Messages, int Arrived, int Uplinks);
}
