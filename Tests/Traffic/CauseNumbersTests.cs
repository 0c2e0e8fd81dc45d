using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Traffic;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Traffic;

public sealed class CauseNumbersTests
{
    private static readonly Branch Root = new(new Relation(0, "any", [], new Content(1, 8), null), -1, null, []);

    /// <summary>Five sensors make one of three controllers act, which makes one of two watchers note it.</summary>
    [Test]
    public void Every_message_of_a_chain_has_its_own_number()
    {
        var numbers = Chains().Select(chain => (chain.Watcher, new CauseNumbers([3, 5]).Next(Acts(chain))));

        Assert.That(numbers, Is.Unique);
    }

    [Test]
    public void The_number_tells_the_members_of_the_chain() =>
        Assert.That(
            Chains().Select(chain => (new CauseNumbers([3, 5]).Member(Acts(chain), 0), new CauseNumbers([3, 5]).Member(Acts(chain), 1))),
            Is.EqualTo(Chains().Select(chain => (chain.Controller, chain.Sensor)))
        );

    [Test]
    public void The_number_tells_with_which_message_the_chain_began() =>
        Assert.That(
            Chains().Select(chain => new CauseNumbers([3, 5]).Start(Acts(chain))),
            Is.EqualTo(Chains().Select(chain => new CauseNumbers([5]).Start(Samples(chain))))
        );

    [Test]
    public void More_messages_than_can_be_numbered_are_refused() =>
        Assert.That(
            () => new CauseNumbers([3]).Next(new Message(Root, Entity.Of("sensor"), int.MaxValue / 2, SimTime.Start)),
            Throws.TypeOf<OverflowException>()
        );

    private static IEnumerable<(int Sensor, int Serial, int Controller, int Watcher)> Chains() =>
        from sensor in Enumerable.Range(0, 5)
        from serial in Enumerable.Range(0, 20)
        from controller in Enumerable.Range(0, 3)
        from watcher in Enumerable.Range(0, 2)
        select (sensor, serial, controller, watcher);

    private static Message Samples((int Sensor, int Serial, int Controller, int Watcher) chain) =>
        new(Root, Entity.Of("sensor", chain.Sensor), chain.Serial, SimTime.Start);

    private static Message Acts((int Sensor, int Serial, int Controller, int Watcher) chain) =>
        new(Root, Entity.Of("controller", chain.Controller), new CauseNumbers([5]).Next(Samples(chain)), SimTime.Start);
}
