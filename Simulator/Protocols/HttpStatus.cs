namespace M2mVsIoTSim.Protocols;

/// <summary>By which status a server confirms a message.</summary>
public enum HttpStatus
{
    /// <summary>200.</summary>
    Ok = 200,

    /// <summary>201.</summary>
    Created = 201,

    /// <summary>204, without a body.</summary>
    NoContent = 204,
}
