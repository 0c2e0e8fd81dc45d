namespace M2mVsIoTSim.Technologies;

/// <summary>Goes through the stations that a device may reach, about the nearest first.</summary>
/// <remarks>Each step may ask for less than the one before: who knows a near station need not look for those that it drowns.</remarks>
public ref struct LinkSearch
{
    private readonly StationGrid _grid;
    private readonly Standpoint _from;
    private StationGrid.Walk _squares;
    private ReadOnlySpan<int> _rest;
    private double _greatestLoss = double.NaN;
    private double _distance;

    internal LinkSearch(StationGrid grid, Standpoint from)
    {
        (_grid, _from) = (grid, from);
        _squares = new StationGrid.Walk(grid, from.At);
    }

    /// <summary>Number of the station found [1].</summary>
    public int Station { get; private set; }

    /// <summary>Loss of the link to it [dB].</summary>
    public double Loss { get; private set; }

    /// <summary>Goes on to the next station.</summary>
    /// <param name="greatestLoss">Its loss is not greater [dB]; must not grow from step to step.</param>
    /// <returns>Whether there is one.</returns>
    public bool Next(double greatestLoss)
    {
        if (greatestLoss != _greatestLoss)
        {
            (_greatestLoss, _distance) = (greatestLoss, _grid.Reach(greatestLoss, _from));
        }

        do
        {
            while (!_rest.IsEmpty)
            {
                var station = _rest[0];
                _rest = _rest[1..];
                var at = _grid.Stations[station];
                if (
                    at.GroundDistanceTo(_from.At) <= _distance
                    && _grid.Propagation.Loss(_from, station, at) is var loss
                    && loss <= greatestLoss
                )
                {
                    (Station, Loss) = (station, loss);
                    return true;
                }
            }

            if (!_squares.Next(_distance))
            {
                return false;
            }

            _rest = _squares.Stations;
        } while (true);
    }
}
