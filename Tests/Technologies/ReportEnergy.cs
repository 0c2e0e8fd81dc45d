using M2mVsIoTSim.Media.Cells;
using M2mVsIoTSim.Radio.LteM;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Technologies;

/// <summary>TR 45.820's method on paper: seconds in each state for a report of a device that resumes its connection, times power.</summary>
/// <remarks>
/// Messages, gaps and waits are written down here once more, apart from the simulator; lengths of transfers come from the same link adaptation. Occasions and search spaces are waited for by half
/// their periods on average, nothing collides and nothing fails.
/// </remarks>
internal sealed class ReportEnergy
{
    private readonly AirInterface _air;
    private readonly double _loss;
    private double _idle;
    private double _receive;
    private double _transmit;

    public ReportEnergy(AirInterface air, double couplingLoss, int packet)
    {
        (_air, _loss) = (air, couplingLoss);
        var access = air.Levels[air.LevelOf(couplingLoss)];
        _receive += air.Acquisition(couplingLoss, afterSleep: true).TotalSeconds;
        _idle += (access.Period / 2L + Timing.ToResponse).TotalSeconds;
        _transmit += access.Preamble.TotalSeconds;
        Down(CellularProcedures.Response, isConfirmed: false);
        _idle += Timing.ToRequest.TotalSeconds;
        _transmit += air.Uplink(couplingLoss, Request).Data.TotalSeconds;
        _idle += Timing.ToControl.TotalSeconds;
        Down(Answer, isConfirmed: true);
        Up(ResumeComplete + packet);
        _idle += Timing.ToControl.TotalSeconds;
        Down(Release, isConfirmed: true);
    }

    /// <summary>RRCConnectionResumeRequest [B].</summary>
    private const int Request = 11;

    /// <summary>RRCConnectionResume [B].</summary>
    private const int Answer = 19;

    /// <summary>RRCConnectionResumeComplete, and the headers of the packet behind it [B].</summary>
    private const int ResumeComplete = 22;

    /// <summary>RRCConnectionRelease [B].</summary>
    private const int Release = 17;

    /// <summary>Energy of the report [J].</summary>
    public double Joules(CellCurrents currents) =>
        currents.Volts * (_idle * currents.Idle + _receive * currents.Receive + _transmit * currents.Transmit);

    /// <summary>Life of a battery [a].</summary>
    /// <param name="currents">Of the device.</param>
    /// <param name="interval">From one report to the next.</param>
    /// <param name="joules">What the battery holds [J].</param>
    public double Years(CellCurrents currents, Duration interval, double joules)
    {
        var awake = _idle + _receive + _transmit;
        var sleep = currents.Volts * currents.Sleep * (interval.TotalSeconds - awake);
        return joules / (Joules(currents) + sleep) * interval.TotalSeconds / (365.25 * 86_400);
    }

    private void Down(int bytes, bool isConfirmed)
    {
        var transfer = _air.Downlink(_loss, bytes);
        for (var block = 0; block < transfer.Blocks; block++)
        {
            _idle += block > 0 ? Timing.ToControl.TotalSeconds : 0;
            _idle += (_air.SearchSpacePeriod(_loss) / 2L + Timing.ToDownlink).TotalSeconds;
            _receive += (transfer.Control + transfer.Data).TotalSeconds;
            if (isConfirmed)
            {
                _idle += Timing.ToAcknowledgement.TotalSeconds;
                _transmit += transfer.Feedback.TotalSeconds;
            }
        }
    }

    private void Up(int bytes)
    {
        var transfer = _air.Uplink(_loss, bytes);
        for (var block = 0; block < transfer.Blocks; block++)
        {
            _idle += (Timing.ToControl + _air.SearchSpacePeriod(_loss) / 2L + Timing.ToUplink).TotalSeconds;
            _receive += transfer.Control.TotalSeconds;
            _transmit += transfer.Data.TotalSeconds;
        }
    }
}
