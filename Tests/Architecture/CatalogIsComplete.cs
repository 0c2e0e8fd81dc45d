using System.Reflection;
using M2mVsIoTSim.Platform;
using M2mVsIoTSim.Scenarios.Build;
using M2mVsIoTSim.Scenarios.Files;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Architecture;

public sealed class CatalogIsComplete
{
    private static readonly TypeDocs Docs = new();

    private static IEnumerable<TestCaseData> Entries() =>
        Catalog
            .Technologies.Select(entry => (entry.Name, entry.Model, entry.Options))
            .Concat(Catalog.Protocols.Select(entry => (entry.Name, entry.Model, entry.Options)))
            .Concat(Catalog.Platforms.Select(entry => (entry.Name, entry.Model, entry.Options)))
            .Select(entry => new TestCaseData(entry.Model, entry.Options).SetArgDisplayNames(entry.Name));

    [TestCaseSource(nameof(Entries))]
    public void A_model_says_what_it_models_and_leaves_out(Type model, Type options)
    {
        var text = $"{Docs.Summary(model)} {Docs.Remarks(model)}";

        Assert.That(
            text,
            Does.Contain("left out").IgnoreCase.And.Contain("odelled"),
            $"{model.Name}: say in its remarks what is modelled and what is left out, from which sources, and which test validates it."
        );
    }

    [TestCaseSource(nameof(Entries))]
    public void Every_option_has_a_source_and_a_description(Type model, Type options)
    {
        var bare = options
            .GetProperties()
            .Where(property => property.SetMethod is { IsPublic: true })
            .Where(property =>
                property.GetCustomAttribute<FigureAttribute>() is not { Source.Length: > 0 } || Docs.Summary(property).Length == 0
            );

        Assert.That(
            bare.Select(property => property.Name),
            Is.Empty,
            $"{options.Name}: give each option [Figure(mark, source)] and a summary."
        );
    }

    [TestCaseSource(nameof(Entries))]
    public void Every_number_has_a_unit(Type model, Type options)
    {
        var bare = options
            .GetProperties()
            .Where(property => property.SetMethod is { IsPublic: true })
            .Where(property =>
                (Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType) is var type
                && (type == typeof(double) || type == typeof(Duration) || type == typeof(PowerCurve))
            )
            .Where(property => property.GetCustomAttribute<UnitAttribute>() is null);

        Assert.That(bare.Select(property => property.Name), Is.Empty, $"{options.Name}: give each number [Unit(…)] with its legal range.");
    }

    private static IEnumerable<TestCaseData> Paid() =>
        Catalog
            .Technologies.Select(entry => (entry.Name, entry.Options))
            .Concat(Catalog.Platforms.Select(entry => (entry.Name, entry.Options)))
            .Select(entry => new TestCaseData(entry.Options).SetArgDisplayNames(entry.Name));

    [TestCaseSource(nameof(Paid))]
    public void A_model_says_what_is_paid_for_it_and_the_library_has_the_prices(Type options)
    {
        if (Activator.CreateInstance(options) is not IPriced priced)
        {
            Assert.Fail($"{options.Name}: let it implement {nameof(IPriced)}, and say what is paid for under which name of prices.yaml.");
            return;
        }

        Assert.That(
            priced.Charges.Select(charge => charge.Price).Distinct(),
            Is.SubsetOf(Library.Shipped.Prices.Items.Keys),
            $"{options.Name}: add what is missing to Scenarios/Library/prices.yaml, with source and mark."
        );
    }

    [Test]
    public void A_managed_broker_has_prices_too() =>
        Assert.That(
            ((IPriced)new BrokerOptions { Hosting = Hosting.Managed }).Charges.Select(charge => charge.Price),
            Is.SubsetOf(Library.Shipped.Prices.Items.Keys)
        );

    [Test]
    public void A_managed_network_server_has_a_price_too() =>
        Assert.That(
            ((IPriced)new NetworkServerOptions { Hosting = Hosting.Managed }).Charges.Select(charge => charge.Price),
            Is.EqualTo(["network-server"]).And.SubsetOf(Library.Shipped.Prices.Items.Keys)
        );

    private static IEnumerable<TestCaseData> Commissioned() =>
        Catalog
            .Technologies.Select(entry =>
                new TestCaseData(entry.Create(Activator.CreateInstance(entry.Options)!).Commissioning).SetArgDisplayNames(entry.Name)
            )
            .Concat(
                Catalog.Protocols.Select(entry =>
                    new TestCaseData(entry.Create(Activator.CreateInstance(entry.Options)!).Commissioning).SetArgDisplayNames(entry.Name)
                )
            );

    [TestCaseSource(nameof(Commissioned))]
    public void A_model_says_what_is_set_up_by_hand_for_one_more_member(Network.Commissioning? commissioning)
    {
        Assert.That(
            commissioning,
            Is.Not.Null,
            "Override Commissioning: the steps for one more member, and the credentials; Commissioning.None where there are none, with the reason in its summary."
        );
        Assert.That(
            commissioning!
                .Steps.Concat(commissioning.StepsOfPeer)
                .All(step => step.Why.Length > 0 && (step.Place == Network.SetupPlace.Elsewhere) == step.At is not null),
            "Each step has a reason, and one that is done elsewhere says where."
        );
    }

    [Test]
    public void No_name_is_used_twice()
    {
        var names = Catalog
            .Technologies.Select(e => e.Name)
            .Concat(Catalog.Protocols.Select(e => e.Name))
            .Concat(Catalog.Platforms.Select(e => e.Name));

        Assert.That(names, Is.Unique);
    }
}
