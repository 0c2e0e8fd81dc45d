using System.Collections.Concurrent;
using M2mVsIoTSim.Tests.Documents;

namespace M2mVsIoTSim.Tests.Validation;

/// <summary>Every row of the validation page, and the page itself.</summary>
public sealed class ValidationTests
{
    private static readonly ConcurrentDictionary<ValidationRow, Lazy<ValidationOutcome>> Outcomes = new();

    private static IEnumerable<TestCaseData> Rows() =>
        from suite in ValidationCatalog.All
        from row in suite.Rows
        select new TestCaseData(row).SetArgDisplayNames($"{suite.Name}: {row.Name}");

    [TestCaseSource(nameof(Rows))]
    public void The_model_gives_what_is_expected(ValidationRow row)
    {
        var outcome = Obtain(row);

        Assert.That(
            outcome.IsSound,
            $"{ValidationPage.Word(outcome.Verdict)}: expected {row.Expected} {row.Unit}, obtained {outcome.Obtained.Mean} ± {outcome.HalfWidth}; {row.Criterion.Text}"
        );
    }

    [Test]
    public void No_more_rows_are_marginal_than_chance_explains() => Assert.That(Everything().HasPassed);

    [Test]
    public void The_validation_page_is_up_to_date()
    {
        var page = ValidationPage.Of(Everything());
        if (Environment.GetEnvironmentVariable(PageTests.Write) == "1")
        {
            File.WriteAllText(Checkout.PathOf("docs/validation.md"), page);
        }

        Assert.That(
            Checkout.Read("docs/validation.md"),
            Is.EqualTo(page),
            "docs/validation.md is out of date: m2miot validate -o docs/validation.md renews it."
        );
    }

    [Test]
    public void Rows_and_suites_have_names_of_their_own()
    {
        Assert.Multiple(() =>
        {
            Assert.That(ValidationCatalog.All.Select(suite => suite.Name), Is.Unique);
            foreach (var suite in ValidationCatalog.All)
            {
                Assert.That(suite.Rows.Select(row => row.Name), Is.Unique, suite.Name);
            }
        });
    }

    [TestCase("Denmark", "NB-IoT: 99 % or more covered outdoors, 8 % without coverage behind 30 dB more", "site grid")]
    [TestCase("SN4 and SN5", "spreading factor", "logarithm")]
    [TestCase("three", "0.24 delivered with one base station, 0.56 with three", "Distances and places")]
    public void The_page_tells_what_is_not_compared_and_why(string title, string figure, string cause)
    {
        var page = ValidationPage.Of(new ValidationResult([]));
        var part = page[page.IndexOf($"## {ValidationPage.Uncompared}", StringComparison.Ordinal)..]
            .Split("\n**")
            .Single(text => text.Split("**")[0].Contains(title, StringComparison.Ordinal));

        Assert.That(part, Does.Contain(figure).And.Contain(cause).And.Contain("Source: "));
    }

    [Test]
    public void A_suite_of_a_rule_names_the_model_that_has_it()
    {
        Assert.That(ValidationCatalog.All.Single(suite => suite.Name == "lora-interference").Models, Is.EqualTo(new[] { "lorawan-eu868" }));
    }

    /// <summary>A network that loses nothing must not agree with a loss of 0.9 %.</summary>
    [Test]
    public void The_loss_of_the_small_network_tells_it_from_one_without_losses()
    {
        var row = ValidationCatalog.All.Single(suite => suite.Name == "lora-small-network").Rows[0];

        Assert.That(row.Criterion.Judge(row.Expected, Measurement.Of(new double[30])), Is.Not.EqualTo(ValidationVerdict.Agrees));
    }

    [Test]
    public void Suites_name_models_of_the_catalogue() =>
        Assert.That(
            ValidationCatalog.All.SelectMany(suite => suite.Models).Distinct(),
            Is.SubsetOf(
                Catalog
                    .Technologies.Select(entry => entry.Name)
                    .Concat(Catalog.Protocols.Select(entry => entry.Name))
                    .Concat(Catalog.Platforms.Select(entry => entry.Name))
            )
        );

    private static ValidationResult Everything() =>
        new([
            .. ValidationCatalog.All.Select(suite =>
                (suite, (IReadOnlyList<ValidationOutcome>)[.. suite.Rows.AsParallel().AsOrdered().Select(Obtain)])
            ),
        ]);

    private static ValidationOutcome Obtain(ValidationRow row) =>
        Outcomes.GetOrAdd(row, static row => new Lazy<ValidationOutcome>(row.Obtain)).Value;
}
