namespace M2mVsIoTSim.Media.Cells;

/// <summary>What follows when devices send the same preamble at the same occasion.</summary>
public enum PreambleCollision
{
    /// <summary>The base station decodes none of them and answers nobody; 3GPP TR 37.868.</summary>
    Undetected,

    /// <summary>The base station answers all of them as if they were one; their requests (Msg3) destroy each other, and each waits for its contention-resolution timer.</summary>
    RequestsCollide,
}
