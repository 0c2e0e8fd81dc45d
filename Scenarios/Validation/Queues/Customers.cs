namespace M2mVsIoTSim.Scenarios.Validation.Queues;

/// <summary>What one replication of a queue saw after its warm-up.</summary>
/// <param name="Waits">Time before service of those who were served [s], sorted.</param>
/// <param name="Stays">Their time in the system [s], sorted.</param>
/// <param name="Arrived">Customers that came [1].</param>
/// <param name="MeanNumber">Time average of the customers in the system [1].</param>
internal sealed record Customers(double[] Waits, double[] Stays, int Arrived, double MeanNumber)
{
    public double Lost => 1 - (double)Waits.Length / Arrived;

    public double MeanWait => Waits.Average();

    public double MeanStay => Stays.Average();

    /// <summary>Share of waits above a time [1].</summary>
    public double Above(double wait) => 1 - UpTo(wait);

    /// <summary>Share of waits up to a time [1].</summary>
    public double UpTo(double wait)
    {
        // Service times are rounded to the nanosecond; a wait of exactly k services may come out some nanoseconds longer.
        var index = Array.BinarySearch(Waits, wait + 1e-7);
        return (double)(index < 0 ? ~index : index) / Waits.Length;
    }

    public double StayQuantile(double share) => Stays[(int)(share * Stays.Length)];

    public double WaitQuantile(double share) => Waits[(int)(share * Waits.Length)];
}
