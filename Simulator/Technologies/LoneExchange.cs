using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Media.Cells;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>One device alone in a cell that sends a packet, and perhaps receives one back at once: the model itself, watched.</summary>
internal sealed class LoneExchange : IFrameReceiver
{
    private readonly Simulation _simulation = new();
    private readonly Leg _down;
    private readonly int? _answer;

    private LoneExchange(
        string name,
        AirInterface air,
        ConnectionSettings settings,
        CellCurrents currents,
        double couplingLoss,
        int packet,
        int? answer
    )
    {
        _answer = answer;
        var observers = new Observers();
        // Nothing is left to chance: every block arrives, and what lies behind the radio takes no time. An update period from the beginning on would be another exchange.
        var network = new CellNetwork(
            name,
            _simulation,
            observers,
            new FaultlessAir(air),
            settings with
            {
                PeriodicUpdate = null,
                Inactive = settings.Inactive is { } inactive ? inactive with { AreaUpdate = null } : null,
                Core = null,
            },
            currents,
            1
        )
        {
            Timeline = Timeline,
        };
        var device = new Node(_simulation, Entity.Of("device"), observers);
        (var up, _down) = network.Join(device, new Node(_simulation, Entity.Of("edge"), observers), 0, couplingLoss);
        up.Medium.Send(new Frame(new Blank(packet), new Route([up], this), _simulation.Now));
        _simulation.Run();
    }

    private ExchangeTimeline Timeline { get; } = new();

    public static ExchangeTimeline Run(
        string name,
        AirInterface air,
        ConnectionSettings settings,
        CellCurrents currents,
        double couplingLoss,
        int packet,
        int? answer
    ) => new LoneExchange(name, air, settings, currents, couplingLoss, packet, answer).Timeline;

    void IFrameReceiver.Receive(in Frame frame)
    {
        Timeline.Arrive(_simulation.Now);
        if (_answer is { } length && frame.Route.Legs[0] != _down)
        {
            _down.Medium.Send(new Frame(new Blank(length), new Route([_down], this), _simulation.Now));
        }
    }

    void IFrameReceiver.Lost(in Frame frame, DropReason reason) =>
        throw new InvalidOperationException($"The packet of a device alone was lost: {reason}.");

    private sealed class Blank(int length) : Packet
    {
        public override int Length { get; } = length;

        public override void Write(Span<byte> destination) => destination[..Length].Clear();
    }

    /// <summary>An air interface on which every preamble is detected and every block arrives.</summary>
    private sealed class FaultlessAir(AirInterface air) : AirInterface
    {
        public override double MaximumCouplingLoss => air.MaximumCouplingLoss;

        public override int UplinkUnits => air.UplinkUnits;

        public override int DownlinkUnits => air.DownlinkUnits;

        public override Transfer? CommonControl => air.CommonControl;

        public override int MaximumTransmissions => air.MaximumTransmissions;

        public override IReadOnlyList<RandomAccessSettings> Levels { get; } = [.. air.Levels.Select(level => level with { Detection = 1 })];

        public override int MaximumAttempts => air.MaximumAttempts;

        public override Duration? SchedulingRequestPeriod => air.SchedulingRequestPeriod;

        public override Duration SchedulingRequest(double couplingLoss) => air.SchedulingRequest(couplingLoss);

        public override Duration? ConfiguredGrantPeriod => air.ConfiguredGrantPeriod;

        public override Transfer ConfiguredUplink(double couplingLoss, int bytes) => Faultless(air.ConfiguredUplink(couplingLoss, bytes));

        public override int ConfiguredGrants => air.ConfiguredGrants;

        public override double ConfiguredShare => air.ConfiguredShare;

        public override Duration Preparation(bool isUp) => air.Preparation(isUp);

        public override SimTime Opportunity(bool isUp, SimTime ready, Duration length) => air.Opportunity(isUp, ready, length);

        public override int LevelOf(double couplingLoss) => air.LevelOf(couplingLoss);

        public override Duration SearchSpacePeriod(double couplingLoss) => air.SearchSpacePeriod(couplingLoss);

        public override Transfer Uplink(double couplingLoss, int bytes) => Faultless(air.Uplink(couplingLoss, bytes));

        public override Transfer Downlink(double couplingLoss, int bytes) => Faultless(air.Downlink(couplingLoss, bytes));

        public override Duration Acquisition(double couplingLoss, bool afterSleep) => air.Acquisition(couplingLoss, afterSleep);

        public override Duration PagingListening(double couplingLoss) => air.PagingListening(couplingLoss);

        private static Transfer Faultless(Transfer transfer) => transfer with { BlockErrorRate = 0, RepetitionErrorRates = [] };
    }
}
