using CsCheck;
using M2mVsIoTSim.Kernel;

namespace M2mVsIoTSim.Tests.Kernel;

public sealed class AddressTests
{
    private static readonly Purpose Arrivals = Purpose.Named("arrivals");

    [Test]
    public void What_others_draw_never_changes_what_an_entity_draws() =>
        Gen.Select(Gen.ULong, Gen.Int[0, 1_000], Gen.Int[0, 1_000].Array[0, 50])
            .Sample(
                (seed, number, others) =>
                {
                    var alone = new Randomness(seed, 0).Stream(Entity.Of("meter", number), Arrivals);
                    var randomness = new Randomness(seed, 0);
                    var among = randomness.Stream(Entity.Of("meter", number), Arrivals);
                    foreach (var other in others)
                    {
                        var draw = randomness.Draw(Entity.Of("gateway", other), Arrivals);
                        draw.Normal();
                        if (alone.Uniform() != among.Uniform())
                        {
                            return false;
                        }
                    }

                    return alone.Uniform() == among.Uniform();
                }
            );

    [Test]
    public void Every_coordinate_of_an_address_matters()
    {
        ulong At(ulong seed, int replication, Entity entity, Purpose purpose, long index)
        {
            var draw = new Randomness(seed, replication).Draw(entity, purpose, index);
            return draw.NextBits();
        }

        var meter = Entity.Of("meter", 17);
        ulong[] draws =
        [
            At(1, 0, meter, Arrivals, 0),
            At(2, 0, meter, Arrivals, 0),
            At(1, 1, meter, Arrivals, 0),
            At(1, 0, Entity.Of("meter", 18), Arrivals, 0),
            At(1, 0, Entity.Of("pump", 17), Arrivals, 0),
            At(1, 0, meter, Purpose.Named("failures"), 0),
            At(1, 0, meter, Arrivals, 1),
            At(1, 0, Entity.Link(meter, Entity.Of("gateway", 2)), Arrivals, 0),
            At(1, 0, Entity.Link(Entity.Of("gateway", 2), meter), Arrivals, 0),
        ];

        Assert.That(draws, Is.Unique);
    }

    [Test]
    public void Links_between_many_entities_have_codes_of_their_own()
    {
        var codes = new HashSet<ulong>();
        for (var meter = 0; meter < 1_000; meter++)
        {
            for (var gateway = 0; gateway < 100; gateway++)
            {
                codes.Add(Entity.Link(Entity.Of("meter", meter), Entity.Of("gateway", gateway)).Code);
                codes.Add(Entity.Link(Entity.Of("gateway", gateway), Entity.Of("meter", meter)).Code);
            }
        }

        Assert.That(codes, Has.Count.EqualTo(200_000));
    }

    /// <summary>Test vectors of FNV-1a: draft-eastlake-fnv, table of the ASCII string "foobar".</summary>
    [Test]
    public void Roles_and_purposes_are_hashed_by_FNV_1a() =>
        Assert.That((Entity.RoleCode("foobar"), Purpose.Named("foobar").Code), Is.EqualTo((0xbf9cf968u, 0x85944171f73967e8UL)));

    [Test]
    public void An_entity_knows_its_number() => Assert.That(Entity.Of("meter", int.MaxValue).Number, Is.EqualTo(int.MaxValue));

    [Test]
    public void A_stream_is_the_draws_of_successive_indices()
    {
        var randomness = new Randomness(3, 4);
        var stream = randomness.Stream(Entity.Of("meter", 1), Arrivals);
        stream.Next();
        var second = randomness.Draw(Entity.Of("meter", 1), Arrivals, 1);

        Assert.That(stream.Uniform(), Is.EqualTo(second.Uniform()));
    }
}
