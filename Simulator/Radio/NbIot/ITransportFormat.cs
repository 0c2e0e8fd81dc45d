using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Radio.NbIot;

/// <summary>How a transport block is sent.</summary>
public interface ITransportFormat
{
    /// <summary>Size of the transport block [bit]; 0 if the standard has none.</summary>
    int BlockSize { get; }

    /// <summary>Time on air of all repetitions.</summary>
    Duration Airtime { get; }
}
