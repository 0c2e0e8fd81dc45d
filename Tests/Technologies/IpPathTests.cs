using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Protocols;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Tests.Protocols;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Technologies;

/// <summary>Protocols over several technologies in a row.</summary>
public class IpPathTests
{
    private static readonly TestCaseData[] Paths =
    [
        Case("gprs to a company site", new Gprs(new GprsOptions()), new ApnVpn(new ApnVpnOptions()), new Dlms(new DlmsOptions())),
        Case("lte to a broker", new LteCat1(new LteCat1Options()), new Internet(new InternetOptions()), new Mqtt(new MqttOptions())),
        Case(
            "fibre to a server",
            new FixedAccess("fibre", new FibreOptions()),
            new Internet(new InternetOptions()),
            new Push(new PushOptions())
        ),
        Case(
            "lte and core",
            new LteCat1(new LteCat1Options()),
            new OperatorCore(new OperatorCoreOptions()),
            new Udp(new UdpOptions { Confirmed = true })
        ),
    ];

    [TestCaseSource(nameof(Paths))]
    public void Hourly_readings_of_twenty_devices_arrive(PathTechnology access, PathTechnology wide, Protocol protocol)
    {
        Assert.That(Day(access, wide, protocol, devices: 20).Arrived, Has.Count.EqualTo(20 * 24));
    }

    [TestCaseSource(nameof(Paths))]
    public void Stages_add_up_to_the_latency(PathTechnology access, PathTechnology wide, Protocol protocol)
    {
        var log = Day(access, wide, protocol, devices: 5);

        Assert.That(
            log.Arrived.Zip(log.ArrivedMessages, (entry, message) => entry.At - message.Created - Sum(message)),
            Is.All.EqualTo(Duration.Zero)
        );
    }

    [TestCaseSource(nameof(Paths))]
    public void No_stage_is_negative(PathTechnology access, PathTechnology wide, Protocol protocol)
    {
        var log = Day(access, wide, protocol, devices: 5);

        Assert.That(
            log.ArrivedMessages.SelectMany(message => Enumerable.Range(0, 4).Select(message.TimeIn)),
            Is.All.GreaterThanOrEqualTo(Duration.Zero)
        );
    }

    [TestCaseSource(nameof(Paths))]
    public void A_device_meets_the_same_delays_when_another_is_added(PathTechnology access, PathTechnology wide, Protocol protocol)
    {
        var alone = Day(access, wide, protocol, devices: 1);
        var together = Day(access, wide, protocol, devices: 2);

        Assert.That(together.Arrived.Where(entry => entry.Serial < 1000), Is.EqualTo(alone.Arrived));
    }

    private static TestCaseData Case(string name, PathTechnology access, PathTechnology wide, Protocol protocol) =>
        new TestCaseData(access, wide, protocol).SetArgDisplayNames(name);

    private static Duration Sum(Message message) => Enumerable.Range(0, 4).Select(message.TimeIn).Aggregate((sum, time) => sum + time);

    /// <summary>Between devices: no whole number of minutes, as some ping once in a minute.</summary>
    private static readonly Duration Apart = 95.Seconds;

    /// <summary>A day of hourly readings; devices open their sessions and report at different times, so that they do not compete for the air.</summary>
    private static MessageLog Day(PathTechnology access, PathTechnology wide, Protocol protocol, int devices)
    {
        var simulation = new Simulation();
        var observers = new Observers();
        var log = new MessageLog();
        observers.Add(log);
        var near = Enumerable
            .Range(0, devices)
            .Select(i => new Node(simulation, Entity.Of("meter", i), observers) { IsMetered = true })
            .ToArray();
        var far = new Node(simulation, Entity.Of("server"), observers);
        var site = new Site(simulation, observers, near, 1000, new Demand(devices / 3600.0, 8));
        var (first, second) = (access.Install(site), wide.Install(site));
        var root = new Branch(new Relation(0, "reading", ["server"], new Content(4, 16), null), -1, null, []);
        root.Grow(0, ["waiting", access.Name, wide.Name, "processing"]).Seat(0);
        for (var i = 0; i < devices; i++)
        {
            var (up, down) = (first.Join(near[i], far), second.Join(near[i], far));
            var session = protocol.Connect(new SessionPlan(near[i], far, [up.Up, down.Up], [down.Down, up.Down]));
            near[i].Connect([new EdgeSessions(session)]);
            simulation.At(SimTime.Start + Apart * (long)i, new Opening(session));
            for (var hour = 0; hour < 24; hour++)
            {
                simulation.At(SimTime.Start + hour.Hours + Apart * (long)i, new Reading(near[i], root, 1000 * i + hour));
            }
        }

        simulation.RunUntil(SimTime.Start + 25.Hours);
        return log;
    }

    private sealed class Opening(Session session) : IEventTarget
    {
        public void Fire(long token) => session.Open();
    }

    private sealed class Reading(Node node, Branch root, int serial) : IEventTarget
    {
        public void Fire(long token) => node.Originate(new Message(root, node.Entity, serial, node.Simulation.Now));
    }
}
