using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Radio.Propagation;

namespace M2mVsIoTSim.Technologies;

/// <summary>The path-loss models by the names of the scenario.</summary>
public static class PathLossModels
{
    /// <summary>The model that a site chose.</summary>
    public static PathLossModel Of(PropagationOptions options) =>
        options.PathLoss switch
        {
            PathLossChoice.LogDistance => new LogDistanceModel(options.Exponent, options.ReferenceLoss),
            PathLossChoice.FreeSpace => new FreeSpaceModel(),
            PathLossChoice.HataCity => new HataModel(HataEnvironment.MediumCity),
            PathLossChoice.HataLargeCity => new HataModel(HataEnvironment.LargeCity),
            PathLossChoice.HataSuburban => new HataModel(HataEnvironment.Suburban),
            PathLossChoice.HataOpen => new HataModel(HataEnvironment.OpenArea),
            PathLossChoice.Oulu => new OuluModel(),
            PathLossChoice.UrbanMacro => new UrbanMacroModel(),
            PathLossChoice.UrbanMicro => new UrbanMicroModel(),
            PathLossChoice.RuralMacro => new RuralMacroModel(),
            PathLossChoice.IndoorOffice => new IndoorOfficeModel(),
            PathLossChoice.FactorySparseLow => new IndoorFactoryModel(FactoryClutter.SparseLow),
            PathLossChoice.FactoryDenseLow => new IndoorFactoryModel(FactoryClutter.DenseLow),
            PathLossChoice.FactorySparseHigh => new IndoorFactoryModel(FactoryClutter.SparseHigh),
            PathLossChoice.FactoryDenseHigh => new IndoorFactoryModel(FactoryClutter.DenseHigh),
            _ => throw new ArgumentOutOfRangeException(nameof(options), options.PathLoss, "This path-loss model is not known."),
        };

    /// <summary>The name of a model in the scenario.</summary>
    public static string NameOf(PathLossChoice choice) =>
        string.Concat(
            $"{choice}".Select(
                (letter, i) => i > 0 && char.IsUpper(letter) ? $"-{char.ToLowerInvariant(letter)}" : $"{char.ToLowerInvariant(letter)}"
            )
        );
}
