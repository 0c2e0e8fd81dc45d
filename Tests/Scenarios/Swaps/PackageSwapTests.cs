using M2mVsIoTSim.Scenarios.Files;
using M2mVsIoTSim.Scenarios.Model;
using M2mVsIoTSim.Scenarios.Swaps;
using M2mVsIoTSim.Technologies;

namespace M2mVsIoTSim.Tests.Scenarios.Swaps;

/// <summary>Mixtures of two architectures, part by part.</summary>
public sealed class PackageSwapTests
{
    private const string Dlms = """
        hops:
          - { from: meter, to: head-end, over: [gprs, apn-vpn], speaks: dlms }
          - { from: head-end, to: [utility, leak-app], over: office-lan, speaks: push }
        """;

    private const string Mqtt = """
        tiers:
          cloud: { is: { broker: { servers: 2 } } }
        hops:
          - { from: cloud, to: leak-app, over: internet, speaks: { mqtt: { qos: 1 } } }
          - { from: cloud, to: utility, over: internet, speaks: mqtt }
          - { from: meter, to: cloud, over: [lte-m, operator-core, internet], speaks: mqtt }
        """;

    private static readonly Places Known = new();

    private static readonly Dictionary<string, Party> Parties = new()
    {
        ["meter"] = new(),
        ["utility"] = new() { Kind = PartyKind.Application },
        ["leak-app"] = new() { Kind = PartyKind.Application },
    };

    [Test]
    public void What_differs_can_be_swapped() =>
        Assert.That(Of(Dlms, Mqtt).Factors, Is.EqualTo([SwapFactor.Access, SwapFactor.Path, SwapFactor.Protocol, SwapFactor.Mediation]));

    [Test]
    public void What_is_written_alike_is_no_factor() =>
        Assert.That(Of(Dlms, Dlms.Replace("gprs", "lte-m")).Factors, Is.EqualTo([SwapFactor.Access]));

    [Test]
    public void The_ends_are_the_two_as_they_are() =>
        Assert.That((Hops(Of(Dlms, Mqtt), 0), Hops(Of(Dlms, Mqtt), 15)), Is.EqualTo((Line(Read(Dlms)), Line(Read(Mqtt)))));

    // Bits: 1 access, 2 path, 4 protocol, 8 mediation.
    [TestCase(
        1,
        "meter → head-end over [lte-m, apn-vpn]: dlms; head-end → utility over [office-lan]: push; head-end → leak-app over [office-lan]: push"
    )]
    [TestCase(
        2,
        "meter → head-end over [gprs, operator-core, internet]: dlms; head-end → utility over [internet]: push; head-end → leak-app over [internet]: push"
    )]
    [TestCase(
        4,
        "meter → head-end over [gprs, apn-vpn]: mqtt; head-end → utility over [office-lan]: mqtt; head-end → leak-app over [office-lan]: mqtt { qos: 1 }"
    )]
    [TestCase(
        8,
        "cloud → leak-app over [office-lan]: push; cloud → utility over [office-lan]: push; meter → cloud over [gprs, apn-vpn]: dlms"
    )]
    [TestCase(
        7,
        "meter → head-end over [lte-m, operator-core, internet]: mqtt; head-end → utility over [internet]: mqtt; head-end → leak-app over [internet]: mqtt { qos: 1 }"
    )]
    public void Each_part_comes_from_its_side(int set, string hops) => Assert.That(Hops(Of(Dlms, Mqtt), set), Is.EqualTo(hops));

    [Test]
    public void A_platform_comes_with_its_options() =>
        Assert.That(Of(Dlms, Mqtt).Build(8, Known).Tiers["cloud"].Is!.Name, Is.EqualTo("broker"));

    [Test]
    public void Security_goes_apart_where_both_sides_have_the_same_options_for_it()
    {
        var swap = Of(
            Dlms.Replace("dlms", "{ push: { retries: 2 } }"),
            Dlms.Replace("dlms", "{ push: { security: tls-1.3 } }"),
            _ => ["security"]
        );

        Assert.That(swap.Factors, Is.EqualTo([SwapFactor.Protocol, SwapFactor.Security]));
        Assert.That(Hops(swap, 2), Does.StartWith("meter → head-end over [gprs, apn-vpn]: push { retries: 2, security: tls-1.3 };"));
        Assert.That(Hops(swap, 1), Does.StartWith("meter → head-end over [gprs, apn-vpn]: push;"));
    }

    [Test]
    public void Places_between_correspond_by_their_role()
    {
        const string Collected = """
            hops:
              - { from: meter, to: NEAR, over: rs485-modbus }
              - { from: NEAR, to: FAR, over: [lte-m, internet], speaks: mqtt }
              - { from: FAR, to: [utility, leak-app], over: internet, speaks: mqtt }
            """;
        var swap = Of(Collected.Replace("NEAR", "edge").Replace("FAR", "top"), Collected.Replace("NEAR", "top").Replace("FAR", "edge"));

        Assert.That(swap.Values(SwapFactor.Mediation), Is.EqualTo(("edge; top", "top; edge")));
    }

    [Test]
    public void Hops_that_do_not_correspond_are_refused_with_what_they_join() =>
        Assert.That(
            Refusal(Dlms, "hops: [{ from: meter, to: [utility, leak-app], over: internet, speaks: push }]"),
            Is.EqualTo("the hops of 'a' and 'b' do not correspond: between the parties, 'a' has 'head-end' and 'b' nothing")
        );

    [Test]
    public void So_is_a_place_that_is_joined_otherwise() =>
        Assert.That(
            Refusal(Dlms, Dlms.Replace("from: head-end, to: [utility, leak-app]", "from: utility, to: [head-end, leak-app]")),
            Is.EqualTo(
                "the hops of 'a' and 'b' do not correspond: 'a' joins meter → head-end, head-end → utility, head-end → leak-app; 'b' joins meter → head-end, utility → head-end, utility → leak-app"
            )
        );

    [Test]
    public void Equal_architectures_have_nothing_to_swap() =>
        Assert.That(Refusal(Dlms, Dlms), Is.EqualTo("'a' and 'b' differ in nothing that is written"));

    private static PackageSwap Of(string from, string to, Func<string, IReadOnlyCollection<string>>? securityOf = null) =>
        PackageSwap.Of(
            Side("a", from),
            Side("b", to),
            securityOf ?? (name => name == "dlms" ? ["ciphered"] : ["security"]),
            out var problem
        ) ?? throw new AssertionException(problem);

    private static string? Refusal(string from, string to) =>
        PackageSwap.Of(Side("a", from), Side("b", to), _ => [], out var problem) is null ? problem : null;

    private static SwapSide Side(string name, string text) =>
        SwapSide.Of(
            name,
            Read(text),
            Parties,
            technology =>
                technology switch
                {
                    "gprs" or "lte-m" or "rs485-modbus" => Segment.Access,
                    "office-lan" => Segment.Local,
                    "apn-vpn" or "operator-core" => Segment.Core,
                    _ => Segment.Wide,
                }
        );

    private static M2mVsIoTSim.Scenarios.Model.Architecture Read(string text)
    {
        var problems = new Problems();
        var architecture = new Binder(problems, Known).Read<M2mVsIoTSim.Scenarios.Model.Architecture>(
            YamlTree.Parse(text, "test", problems)!
        );
        return problems.HasErrors ? throw new AssertionException($"{problems}") : architecture;
    }

    private static string Hops(PackageSwap swap, int set) => Line(swap.Build(set, Known));

    private static string Line(M2mVsIoTSim.Scenarios.Model.Architecture architecture) =>
        string.Join(
            "; ",
            architecture.Hops.Select(hop =>
                $"{hop.From} → {string.Join(", ", hop.To)} over [{string.Join(", ", hop.Over.Select(use => use.Name))}]: {Spoken(hop.Speaks!)}"
            )
        );

    private static string Spoken(ProtocolUse speaks) =>
        speaks.Options is { } options ? $"{speaks.Name} {YamlText.Line(options)}" : speaks.Name;
}
