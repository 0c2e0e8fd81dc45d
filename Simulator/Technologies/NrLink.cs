using M2mVsIoTSim.Media.Cells;
using M2mVsIoTSim.Radio.Nr;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>The links of a technology of NR where they fade as at a site: what reaches how far, and the exact distribution of the latency of a packet that is alone in its cell.</summary>
public sealed class NrLink
{
    private readonly NrOptions _options;
    private readonly NrAir _air;

    internal NrLink(NrOptions options, NrAir air) => (_options, _air) = (options, air);

    /// <summary>What cells and devices put on the air.</summary>
    public AirInterface Air => _air;

    /// <summary>Greatest whole coupling loss within coverage at which a packet fits into one allocation [dB].</summary>
    /// <param name="bytes">Of the packet [B].</param>
    /// <param name="isUp">Whether the device sends it.</param>
    /// <exception cref="ArgumentException">A packet that is too long for any allocation.</exception>
    public double GreatestCouplingLoss(int bytes, bool isUp)
    {
        for (var loss = _air.MaximumCouplingLoss; loss >= 40; loss--)
        {
            if (_air.FitsOneAllocation(loss, Wrapped(bytes, isUp), isUp, IsConfigured(isUp)))
            {
                return loss;
            }
        }

        throw new ArgumentException($"{bytes} B do not fit into one allocation at any distance.", nameof(bytes));
    }

    /// <summary>Probability that a packet has not arrived after 1, 2, … transmissions [1].</summary>
    /// <param name="couplingLoss">Of the device [dB].</param>
    /// <param name="bytes">Of the packet [B].</param>
    /// <param name="isUp">Whether the device sends it.</param>
    public IReadOnlyList<double> Failures(double couplingLoss, int bytes, bool isUp) =>
        _air.Failures(couplingLoss, Wrapped(bytes, isUp), isUp, IsConfigured(isUp));

    /// <summary>Probability that a packet that comes at any time arrives within a limit, exact: see <see cref="NrDelivery"/>.</summary>
    /// <param name="couplingLoss">Of the device [dB].</param>
    /// <param name="bytes">Of the packet [B].</param>
    /// <param name="isUp">Whether the device sends it, connected, on its configured grant or asking for one.</param>
    /// <param name="limit">The time.</param>
    public double Within(double couplingLoss, int bytes, bool isUp, Duration limit)
    {
        var delivery = new NrDelivery(_air.Timing, Failures(couplingLoss, bytes, isUp));
        return !isUp ? delivery.Downlink(limit)
            : _options.ConfiguredGrant ? delivery.Configured(_options.ConfiguredGrantPeriod, limit)
            : delivery.Dynamic(_options.SchedulingRequestPeriod, _options.RequestError, limit);
    }

    private bool IsConfigured(bool isUp) => isUp && _options.ConfiguredGrant;

    private int Wrapped(int bytes, bool isUp)
    {
        var procedure = NrProcedures.Of(_options.Procedure);
        return bytes + (isUp ? procedure.UplinkOverhead : procedure.DownlinkOverhead);
    }
}
