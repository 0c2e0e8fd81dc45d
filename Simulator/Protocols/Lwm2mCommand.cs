namespace M2mVsIoTSim.Protocols;

/// <summary>What a LwM2M server does with messages for a device.</summary>
public enum Lwm2mCommand
{
    /// <summary>Writes a resource: PUT.</summary>
    Write,

    /// <summary>Executes a resource, with the content as its arguments: POST.</summary>
    Execute,

    /// <summary>Reads: GET; the content is that of the answer.</summary>
    Read,
}
