using M2mVsIoTSim.Media;
using M2mVsIoTSim.Network;

namespace M2mVsIoTSim.Technologies;

/// <summary>A slave on a polled bus: keeps its messages until the master fetches them; the master keeps those for it until it writes them.</summary>
public sealed class Rs485ModbusSlave : Session
{
    private readonly Rs485ModbusInstallation _installation;
    private readonly PolledBus _bus;
    private readonly int _station;
    private readonly Rs485ModbusLane _read;
    private Rs485ModbusLane? _write;

    internal Rs485ModbusSlave(Rs485ModbusInstallation installation, Node device, Node end, PolledBus bus, int station)
        : base(device, end)
    {
        (_installation, _bus, _station) = (installation, bus, station);
        _read = new Rs485ModbusLane(installation, this, bus, station, isWrite: false);
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The master sends, but the cycle was built without time to write.</exception>
    public override void Send(in Message message, Node sender)
    {
        if (sender == Near)
        {
            _read.Send(message);
            return;
        }

        if (!_installation.Writes)
        {
            throw new InvalidOperationException("The cycle of this bus has no time to write to slaves: it was built for reading only.");
        }

        _write ??= new Rs485ModbusLane(_installation, this, _bus, _station, isWrite: true);
        _write.Send(message);
    }
}
