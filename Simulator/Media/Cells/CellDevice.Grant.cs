namespace M2mVsIoTSim.Media.Cells;

/// <summary>The configured grant of a device: the base station gives it with the connection, as long as there are any left, and takes it back at its end.</summary>
/// <remarks>3GPP TS 38.331 ConfiguredGrantConfig is part of the configuration of a connection. Who comes too late asks for each grant, until it connects anew; it gets none that becomes free in the meantime.</remarks>
internal sealed partial class CellDevice
{
    private bool _hasGrant;

    private void HoldGrant(bool wants)
    {
        if (wants == _hasGrant)
        {
            return;
        }

        if (wants)
        {
            _hasGrant = _cell.TryTakeGrant();
        }
        else
        {
            _cell.ReturnGrant();
            _hasGrant = false;
        }
    }
}
