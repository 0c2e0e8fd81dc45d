using System.Reflection;
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
