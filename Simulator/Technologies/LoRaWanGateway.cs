using M2mVsIoTSim.Media;
using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>The transmitter of a gateway: one downlink at a time, each in the duty cycle of its sub-band; while it sends, the gateway hears nothing.</summary>
/// <param name="receiver">Its receiver, on the same antenna.</param>
/// <param name="keepsDutyCycle">Whether it keeps a duty cycle.</param>
internal sealed class LoRaWanGateway(RadioReceiver receiver, bool keepsDutyCycle)
{
    private readonly List<Booking> _bookings = [];

    /// <summary>The first time from <paramref name="start"/> on at which it may begin to send.</summary>
    public SimTime Earliest(SimTime start, Duration airtime, SubBand band)
    {
        for (var i = 0; i < _bookings.Count; i++)
        {
            var booking = _bookings[i];
            if (booking.Collides(start, airtime) || (keepsDutyCycle && booking.IsTooClose(start, airtime, band)))
            {
                // Bookings are in no order: whatever has been passed has to be looked at again.
                start =
                    keepsDutyCycle && booking.Band == band
                        ? booking.Start + band.Spacing(booking.Airtime)
                        : booking.Start + booking.Airtime;
                i = -1;
            }
        }

        return start;
    }

    /// <summary>Whether a downlink at that time would overlap another one.</summary>
    public bool IsBusy(SimTime start, Duration airtime)
    {
        foreach (var booking in _bookings)
        {
            if (booking.Collides(start, airtime))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Takes a downlink that it may send.</summary>
    public void Book(SimTime start, Duration airtime, SubBand band, SimTime now)
    {
        for (var i = _bookings.Count - 1; i >= 0; i--)
        {
            if (_bookings[i].Start + _bookings[i].Band.Spacing(_bookings[i].Airtime) <= now)
            {
                _bookings.RemoveAt(i);
            }
        }

        _bookings.Add(new Booking(start, airtime, band));
    }

    /// <summary>Sends: what is on the air until the end is lost here.</summary>
    public void Send(SimTime end) => receiver.DeafenUntil(end);

    private readonly record struct Booking(SimTime Start, Duration Airtime, SubBand Band)
    {
        public bool Collides(SimTime start, Duration airtime) => start < Start + Airtime && Start < start + airtime;

        public bool IsTooClose(SimTime start, Duration airtime, SubBand band) =>
            Band == band && (Start <= start ? start < Start + band.Spacing(Airtime) : Start < start + band.Spacing(airtime));
    }
}
