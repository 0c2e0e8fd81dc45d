using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>The stations of a site by place: a device asks for those that can hear it, and pays for those nearby only.</summary>
/// <remarks>
/// Squares of as many as there are stations, looked through from the nearest to the farthest. Stations are left out where a sufficiently small loss
/// has a probability of at most two in a million (<see cref="GreatestReach"/>): <c>Tests/Technologies/StationGridTests</c> compares with asking all.
/// </remarks>
public sealed class StationGrid
{
    private readonly Position[] _stations;
    private readonly double _west;
    private readonly double _south;
    private readonly double _width;
    private readonly int _columns;
    private readonly int _rows;

    /// <summary>Stations by square, and where each square begins.</summary>
    private readonly int[] _members;
    private readonly int[] _first;

    /// <summary>Every way from one square to another, the shortest first.</summary>
    private readonly (int East, int North, double Least)[] _ways;
    private readonly double[] _heights;
    private readonly Dictionary<double, GreatestReach> _reaches = [];

    /// <param name="stations">Where they stand, by number; at least one.</param>
    /// <param name="propagation">How their waves travel.</param>
    public StationGrid(IReadOnlyList<Position> stations, Propagation propagation)
    {
        ArgumentNullException.ThrowIfNull(propagation);
        ArgumentOutOfRangeException.ThrowIfZero(stations.Count);
        (_stations, Propagation) = ([.. stations], propagation);
        _heights = [.. _stations.Select(station => station.Z).Distinct()];
        (_west, _south) = (_stations.Min(station => station.X), _stations.Min(station => station.Y));
        var (east, north) = (_stations.Max(station => station.X), _stations.Max(station => station.Y));
        _width = Math.Max(1, Math.Max(east - _west, north - _south) / Math.Ceiling(Math.Sqrt(_stations.Length)));
        _columns = 1 + (int)((east - _west) / _width);
        _rows = 1 + (int)((north - _south) / _width);
        _members = [.. Enumerable.Range(0, _stations.Length).OrderBy(station => SquareOf(_stations[station])).ThenBy(station => station)];
        _first =
        [
            .. Enumerable.Range(0, _columns * _rows + 1).Select(square => Array.FindIndex(_members, m => SquareOf(_stations[m]) >= square)),
        ];
        _first = new int[_columns * _rows + 1];
        foreach (var station in _stations)
        {
            _first[SquareOf(station) + 1]++;
        }

        for (var square = 0; square < _columns * _rows; square++)
        {
            _first[square + 1] += _first[square];
        }

        _ways =
        [
            .. Enumerable
                .Range(1 - _columns, 2 * _columns - 1)
                .SelectMany(x => Enumerable.Range(1 - _rows, 2 * _rows - 1).Select(y => (x, y, Least(x, y))))
                .OrderBy(way => way.Item3)
                .ThenBy(way => Math.Abs(way.x) + Math.Abs(way.y)),
        ];
    }

    /// <summary>How the waves of the stations travel.</summary>
    public Propagation Propagation { get; }

    /// <summary>Where the stations stand, by number.</summary>
    public IReadOnlyList<Position> Stations => _stations;

    /// <summary>Begins to look for the stations of a device, the nearest first.</summary>
    /// <param name="device">The device.</param>
    /// <param name="at">Where it stands.</param>
    /// <param name="penetration">Its loss into its building [dB].</param>
    public LinkSearch From(Entity device, Position at, double penetration) => new(this, Propagation.Stand(device, at, penetration));

    /// <summary>The station nearest to a place.</summary>
    public int Nearest(Position place)
    {
        var (nearest, distance) = (-1, double.PositiveInfinity);
        for (var squares = new Walk(this, place); squares.Next(distance); )
        {
            foreach (var station in squares.Stations)
            {
                if (_stations[station].GroundDistanceTo(place) is var candidate && candidate < distance)
                {
                    (nearest, distance) = (station, candidate);
                }
            }
        }

        return nearest;
    }

    /// <summary>How far away a station may stand whose loss keeps within a limit [m].</summary>
    internal double Reach(double greatestLoss, in Standpoint from)
    {
        if (!_reaches.TryGetValue(from.At.Z, out var reach))
        {
            _reaches[from.At.Z] = reach = new GreatestReach(Propagation, from.At.Z, _heights);
        }

        return reach.For(greatestLoss, from);
    }

    private int SquareOf(Position place) => Row(place.Y) * _columns + Column(place.X);

    private int Column(double x) => Math.Clamp((int)((x - _west) / _width), 0, _columns - 1);

    private int Row(double y) => Math.Clamp((int)((y - _south) / _width), 0, _rows - 1);

    /// <summary>Least distance between places in two squares that are so far apart [m].</summary>
    private double Least(int east, int north) =>
        _width * Math.Sqrt(Math.Pow(Math.Max(0, Math.Abs(east) - 1), 2) + Math.Pow(Math.Max(0, Math.Abs(north) - 1), 2));

    /// <summary>The squares from a place, or from the nearest square if it lies outside all: the order of their least distances.</summary>
    internal ref struct Walk(StationGrid grid, Position from)
    {
        private readonly int _column = grid.Column(from.X);
        private readonly int _row = grid.Row(from.Y);
        private int _step;

        /// <summary>The stations of the square.</summary>
        public ReadOnlySpan<int> Stations { get; private set; }

        /// <summary>Goes on to the next square.</summary>
        /// <param name="distance">Not farther away than this [m].</param>
        public bool Next(double distance)
        {
            for (; _step < grid._ways.Length && grid._ways[_step].Least <= distance; _step++)
            {
                var (column, row) = (_column + grid._ways[_step].East, _row + grid._ways[_step].North);
                if (column >= 0 && column < grid._columns && row >= 0 && row < grid._rows)
                {
                    var square = row * grid._columns + column;
                    Stations = grid._members.AsSpan(grid._first[square]..grid._first[square + 1]);
                    _step++;
                    return true;
                }
            }

            return false;
        }
    }
}
