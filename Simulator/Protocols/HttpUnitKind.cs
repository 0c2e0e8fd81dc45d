namespace M2mVsIoTSim.Protocols;

/// <summary>What a unit of HTTP is for.</summary>
internal enum HttpUnitKind
{
    /// <summary>Writes a message.</summary>
    Write,

    /// <summary>Makes a resource of oneM2M, for messages to come.</summary>
    SetUp,

    /// <summary>Asks for a message.</summary>
    Poll,

    /// <summary>Answers a request.</summary>
    Response,

    /// <summary>Connection preface of a client of HTTP/2, which its server answers.</summary>
    Preface,

    /// <summary>Settings of a server, which its client acknowledges.</summary>
    Settings,

    /// <summary>The beginning of what follows, which the application writes by itself.</summary>
    Beginning,

    /// <summary>Needs no answer.</summary>
    Control,
}
