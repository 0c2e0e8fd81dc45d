namespace M2mVsIoTSim.Units;

/// <summary>Lets numbers be written with their unit: <c>10.Seconds</c>, <c>1.5.Milliseconds</c>, <c>125.Kilohertz</c>.</summary>
public static class UnitExtensions
{
    extension(int value)
    {
        /// <summary>Nanoseconds [ns].</summary>
        public Duration Nanoseconds => new(value);

        /// <summary>Microseconds [us].</summary>
        public Duration Microseconds => new(value * 1_000L);

        /// <summary>Milliseconds [ms].</summary>
        public Duration Milliseconds => new(value * 1_000_000L);

        /// <summary>Seconds [s].</summary>
        public Duration Seconds => new(value * 1_000_000_000L);

        /// <summary>Minutes [min].</summary>
        public Duration Minutes => new(value * 60_000_000_000L);

        /// <summary>Hours [h].</summary>
        public Duration Hours => new(value * 3_600_000_000_000L);

        /// <summary>Days of 24 hours [d].</summary>
        public Duration Days => new(value * 86_400_000_000_000L);

        /// <summary>Kilohertz [kHz].</summary>
        public Frequency Kilohertz => new(value * 1e3);

        /// <summary>Kilobits per second [kbit/s].</summary>
        public BitRate KilobitsPerSecond => new(value * 1e3);

        /// <summary>Megabits per second [Mbit/s].</summary>
        public BitRate MegabitsPerSecond => new(value * 1e6);
    }

    extension(double value)
    {
        /// <summary>Microseconds [us], rounded half to even to the nanosecond.</summary>
        public Duration Microseconds => Duration.FromSeconds(value * 1e-6);

        /// <summary>Milliseconds [ms], rounded half to even to the nanosecond.</summary>
        public Duration Milliseconds => Duration.FromSeconds(value * 1e-3);

        /// <summary>Seconds [s], rounded half to even to the nanosecond.</summary>
        public Duration Seconds => Duration.FromSeconds(value);

        /// <summary>Megahertz [MHz].</summary>
        public Frequency Megahertz => new(value * 1e6);
    }
}
