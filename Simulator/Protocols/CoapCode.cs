namespace M2mVsIoTSim.Protocols;

/// <summary>Codes of CoAP messages: class in three bits, detail in five (RFC 7252, section 12.1; RFC 7959).</summary>
public static class CoapCode
{
    /// <summary>0.00: no request and no response.</summary>
    public const byte Empty = 0;

    /// <summary>0.01.</summary>
    public const byte Get = 1;

    /// <summary>0.02.</summary>
    public const byte Post = 2;

    /// <summary>0.03.</summary>
    public const byte Put = 3;

    /// <summary>0.04.</summary>
    public const byte Delete = 4;

    /// <summary>0.05 (RFC 8132).</summary>
    public const byte Fetch = 5;

    /// <summary>2.01.</summary>
    public const byte Created = 2 << 5 | 1;

    /// <summary>2.02.</summary>
    public const byte Deleted = 2 << 5 | 2;

    /// <summary>2.04.</summary>
    public const byte Changed = 2 << 5 | 4;

    /// <summary>2.05.</summary>
    public const byte Content = 2 << 5 | 5;

    /// <summary>2.31: the block has arrived, go on.</summary>
    public const byte Continue = 2 << 5 | 31;

    /// <summary>Name of a method, otherwise class and detail of a code.</summary>
    public static string Name(byte code) =>
        code switch
        {
            Empty => "empty",
            Get => "GET",
            Post => "POST",
            Put => "PUT",
            Delete => "DELETE",
            Fetch => "FETCH",
            _ => $"{code >> 5}.{code & 31:00}",
        };

    /// <summary>Whether a code is that of a request.</summary>
    public static bool IsRequest(byte code) => code is > 0 and < 32;
}
