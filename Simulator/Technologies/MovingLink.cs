using M2mVsIoTSim.Media.Cells;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>The cells of a device that moves, by where it is: the station of the least coupling loss, the sector that looks its way, and the carrier on which it stays.</summary>
/// <remarks>
/// Path loss and shadowing are functions of place; whether a station is in sight is drawn once for a device and station, so that it is lost at the
/// distance at which its probability falls below that number.
/// </remarks>
/// <param name="coverage">The stations.</param>
/// <param name="airs">What interference does to devices.</param>
/// <param name="device">Who moves.</param>
/// <param name="sectors">Of each station [1].</param>
/// <param name="carriers">Of each sector [1].</param>
/// <param name="carrier">Of the device, from 0 [1].</param>
internal sealed class MovingLink(CellCoverage coverage, CellAirs airs, Node device, int sectors, int carriers, int carrier) : IMovingLink
{
    /// <inheritdoc/>
    public ServingCell BestAt(SimTime time)
    {
        var at = device.PositionAt(time);
        var (station, loss) = coverage.Best(device, at);
        return new ServingCell(CellAt(at, station), loss);
    }

    /// <inheritdoc/>
    public double LossAt(int cell, SimTime time)
    {
        var at = device.PositionAt(time);
        var station = cell / carriers / sectors;
        return CellAt(at, station) == cell ? coverage.To(device, at, station) : double.PositiveInfinity;
    }

    /// <inheritdoc/>
    public int RiseAt(int cell, double couplingLoss, SimTime time) =>
        airs.Rise(couplingLoss, device.PositionAt(time), coverage.Stations[cell / carriers / sectors]);

    private int CellAt(Position at, int station) => (station * sectors + coverage.SectorOf(at, station)) * carriers + carrier;
}
