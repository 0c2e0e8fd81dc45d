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
                foreach (var claim in statement.Claims.Where(claim => !scenario.Claims.ContainsKey(claim)))
                {
                    complaints.AddUnknown(statement, nameof(ArticleStatement.Claims), "claim", claim, scenario.Claims.Keys);
                }
            }

            if (statement.Comparison is { } comparison && !scenario.Comparisons.ContainsKey(comparison))
            {
                complaints.AddUnknown(statement, nameof(ArticleStatement.Comparison), "comparison", comparison, scenario.Comparisons.Keys);
            }

            if (statement.NotTested is { } why && string.IsNullOrWhiteSpace(why))
            {
                complaints.Add(statement, nameof(ArticleStatement.NotTested), "'not-tested' is empty; say why nothing tests the statement");
            }
        }
    }
}
