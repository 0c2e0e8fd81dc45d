using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Analysis.Shares;

/// <summary>Two cells, the factors in which they differ, and the cells in between.</summary>
/// <param name="Factors">In what the two differ; 1 to <see cref="Shapley.MostFactors"/>.</param>
/// <param name="Cells">The cell with each set of factors as at the far end: bit i of the index says whether factor i is. The first is the near end, the last the far end.</param>
public sealed record GapQuestion(IReadOnlyList<ChangedFactor> Factors, IReadOnlyList<DesignCell> Cells)
{
    /// <summary>What a reader calls a cell; its own name where absent.</summary>
    public Func<DesignCell, string>? Names { get; init; }

    /// <summary>The near end.</summary>
    public DesignCell From => Cells[0];

    /// <summary>The far end.</summary>
    public DesignCell To => Cells[^1];

    /// <summary>A cell for a reader.</summary>
    public string TextOf(DesignCell cell) => Names?.Invoke(cell) ?? cell.Text;
}
