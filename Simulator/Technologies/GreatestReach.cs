using M2mVsIoTSim.Radio.Propagation;

namespace M2mVsIoTSim.Technologies;

/// <summary>How far away a station may stand whose loss keeps within a limit: devices of one height, stations of some.</summary>
/// <remarks>
/// What remains random of a link, once its device's building and common shadowing are known, is whether it is in sight and the shadowing of its own. A
/// loss is taken for impossible if it takes a case of less than <see cref="Neglected"/>, or an own shadowing beyond <see cref="Deviations"/>,
/// for which the probability is the same. So at most two in a million links at the distance given are wrongly taken for too weak; beyond it they are fewer.
/// </remarks>
internal sealed class GreatestReach
{
    /// <summary>Probability that is neglected: of a case of sight, and of a stronger signal within a case [1].</summary>
    public const double Neglected = 1e-6;

    /// <summary>Standard normal numbers below the negative of this have a probability of <see cref="Neglected"/> [1].</summary>
    private const double Deviations = 4.7534;

    private const int PerDecade = 64;
    private const int Decades = 6;

    /// <summary>Least loss at 10^(i/<see cref="PerDecade"/>) m and anywhere beyond, but for what the device's links have in common [dB].</summary>
    private readonly double[] _least = new double[Decades * PerDecade + 1];
    private readonly double _commonShare;
    private readonly Spread _inSight = new();
    private readonly Spread _blind = new();

    /// <param name="propagation">How the waves travel.</param>
    /// <param name="deviceHeight">Above ground [m].</param>
    /// <param name="stationHeights">Above ground [m].</param>
    public GreatestReach(Propagation propagation, double deviceHeight, IReadOnlyList<double> stationHeights)
    {
        _commonShare = Math.Sqrt(propagation.SiteCorrelation);
        var ownShare = Math.Sqrt(1 - propagation.SiteCorrelation);
        var beyond = double.PositiveInfinity;
        for (var i = _least.Length - 1; i >= 0; i--)
        {
            foreach (var height in stationHeights)
            {
                var link = new LinkGeometry(Distance(i), height, deviceHeight, propagation.Carrier);
                var chance = propagation.Model.SightProbability(link);
                beyond = chance > Neglected ? Math.Min(beyond, Least(propagation, link, true, ownShare, _inSight)) : beyond;
                beyond = chance < 1 - Neglected ? Math.Min(beyond, Least(propagation, link, false, ownShare, _blind)) : beyond;
            }

            _least[i] = beyond;
        }
    }

    /// <summary>The greatest distance over ground at which a loss is possible [m]; +∞ beyond 1000 km.</summary>
    /// <param name="loss">The limit [dB].</param>
    /// <param name="from">The device.</param>
    public double For(double loss, in Standpoint from)
    {
        var common = Math.Min(_inSight.Least(from.CommonInSight), _blind.Least(from.CommonBlind));
        var index = Array.BinarySearch(_least, loss - from.Penetration - (double.IsInfinity(common) ? 0 : _commonShare * common));
        while (index >= 0 && index + 1 < _least.Length && _least[index + 1] == _least[index])
        {
            index++;
        }

        var next = index >= 0 ? index + 1 : ~index;
        return next < _least.Length ? Distance(next) : double.PositiveInfinity;
    }

    private static double Distance(int index) => Math.Pow(10, (double)index / PerDecade);

    private static double Least(Propagation propagation, in LinkGeometry link, bool inSight, double ownShare, Spread spread)
    {
        var deviation = propagation.Deviation(link, inSight);
        spread.Note(deviation);
        return propagation.Model.Median(link, inSight) - Deviations * ownShare * deviation;
    }

    /// <summary>Between what the deviation of the shadowing lies [dB].</summary>
    private sealed class Spread
    {
        private double _from = double.PositiveInfinity;
        private double _to = double.NegativeInfinity;

        public void Note(double deviation) => (_from, _to) = (Math.Min(_from, deviation), Math.Max(_to, deviation));

        /// <summary>Least shadowing of a standard normal number [dB]; +∞ if the case does not occur.</summary>
        public double Least(double number) => double.IsInfinity(_from) ? double.PositiveInfinity : Math.Min(_from * number, _to * number);
    }
}
