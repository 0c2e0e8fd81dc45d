namespace M2mVsIoTSim.Kernel.Distributions;

/// <summary>A distribution of one number.</summary>
/// <remarks>
/// A sample is a function of its draw, hence of an address: it takes the numbers of that draw from the first on. How many it takes is
/// said by each type; a method of rejection takes further numbers of the same address (its sub-draws), so that no sample ever depends
/// on another. Where one number decides, it does so through the inverse of the distribution function: under common random numbers a
/// greater mean then gives a greater sample. Sampling allocates nothing.
/// </remarks>
public interface IDistribution
{
    /// <summary>Mean, in the unit of the parameters; infinite where it does not exist.</summary>
    double Mean { get; }

    /// <summary>Variance, in the square of that unit; infinite where it does not exist.</summary>
    double Variance { get; }

    /// <summary>Lower end of the support; negative infinity if there is none.</summary>
    double Minimum { get; }

    /// <summary>Upper end of the support; infinity if there is none.</summary>
    double Maximum { get; }

    /// <summary>A sample.</summary>
    /// <param name="draw">Its luck; the sample takes the next numbers of it.</param>
    double Sample(ref Draw draw);
}
