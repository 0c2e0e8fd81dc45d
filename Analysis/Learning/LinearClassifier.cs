using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace M2mVsIoTSim.Analysis.Learning;

/// <summary>Learns by logistic regression which features speak for what, from labelled examples.</summary>
/// <remarks>
/// ML.NET's limited-memory BFGS on one thread, with a small penalty on large weights (L2, its default of 1, against thousands of examples) and none below 0: a feature
/// may speak for it or not at all. What uses the weights compares scores with a limit of its own, so only their ratios matter: the largest is 1, and the rest is rounded to thousandths, where the
/// sampling error of thousands of examples is far larger, so that the last digits, which differ between processors, decide nothing.
/// </remarks>
public static class LinearClassifier
{
    /// <summary>The weight of each feature, at most 1 [1]; all 0 if the examples show nothing.</summary>
    /// <param name="examples">Features, as many in each, and whether it is so.</param>
    public static IReadOnlyList<double> WeightsFrom(IReadOnlyCollection<(float[] Features, bool Label)> examples)
    {
        ArgumentNullException.ThrowIfNull(examples);
        ArgumentOutOfRangeException.ThrowIfZero(examples.Count, nameof(examples));
        var context = new MLContext(seed: 1);
        var schema = SchemaDefinition.Create(typeof(Example));
        schema[nameof(Example.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, examples.First().Features.Length);
        var data = context.Data.LoadFromEnumerable(
            examples.Select(one => new Example { Features = one.Features, Label = one.Label }),
            schema
        );
        var trainer = context.BinaryClassification.Trainers.LbfgsLogisticRegression(
            new LbfgsLogisticRegressionBinaryTrainer.Options
            {
                L1Regularization = 0,
                L2Regularization = 1,
                EnforceNonNegativity = true,
                NumberOfThreads = 1,
            }
        );
        var weights = trainer.Fit(data).Model.SubModel.Weights;
        var largest = weights.Max();
        return largest > 0 ? [.. weights.Select(weight => Math.Round((double)weight / largest, 3))] : [.. weights.Select(_ => 0.0)];
    }

    /// <summary>As ML.NET reads it.</summary>
    private sealed class Example
    {
        public float[] Features { get; set; } = [];

        public bool Label { get; set; }
    }
}
