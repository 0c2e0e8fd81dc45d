using M2mVsIoTSim.Scenarios.Model;

namespace M2mVsIoTSim.Scenarios.Build;

/// <summary>Checks that what a statement names is there.</summary>
internal static class ArticleChecker
{
    public static void Check(ScenarioFile scenario, Complaints complaints)
    {
        foreach (var statement in scenario.Article)
        {
            if (!complaints.IsGap(scenario, nameof(ScenarioFile.Claims)))
            {
                CheckNames(nameof(ArticleStatement.Claims), statement.Claims);
                CheckNames(nameof(ArticleStatement.Context), statement.Context);
            }

            if (statement.Comparison is { } comparison && !scenario.Comparisons.ContainsKey(comparison))
            {
                complaints.AddUnknown(statement, nameof(ArticleStatement.Comparison), "comparison", comparison, scenario.Comparisons.Keys);
            }

            if (statement.NotTested is { } why && string.IsNullOrWhiteSpace(why))
            {
                complaints.Add(statement, nameof(ArticleStatement.NotTested), "'not-tested' is empty; say why nothing tests the statement");
            }

            void CheckNames(string key, IReadOnlyList<string> claims)
            {
                foreach (var claim in claims.Where(claim => !scenario.Claims.ContainsKey(claim)))
                {
                    complaints.AddUnknown(statement, key, "claim", claim, scenario.Claims.Keys);
                }
            }
        }
    }
}
