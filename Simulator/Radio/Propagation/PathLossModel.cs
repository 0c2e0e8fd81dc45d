namespace M2mVsIoTSim.Radio.Propagation;

/// <summary>The loss between two antennas that stand outdoors, or in the same hall: median, line of sight, and what varies around it.</summary>
public abstract class PathLossModel
{
    /// <summary>Where it holds.</summary>
    public abstract PathLossDomain Domain { get; }

    /// <summary>Median loss [dB].</summary>
    /// <param name="link">Where the ends stand.</param>
    /// <param name="inSight">Whether they see each other; without meaning where <see cref="SightProbability"/> is always 1.</param>
    public abstract double Median(in LinkGeometry link, bool inSight);

    /// <summary>Probability that the ends see each other [1]; 1 for models that do not tell the two cases apart.</summary>
    public virtual double SightProbability(in LinkGeometry link) => 1;

    /// <summary>Standard deviation of the shadowing [dB].</summary>
    public abstract double Shadowing(in LinkGeometry link, bool inSight);

    /// <summary>Distance at which the correlation of the shadowing has fallen to 1/e [m]; 0 if links are independent.</summary>
    public virtual double CorrelationDistance(bool inSight) => 0;
}
