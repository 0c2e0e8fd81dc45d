using M2mVsIoTSim.Network;

namespace M2mVsIoTSim.Technologies;

/// <summary>Octets of DLMS/COSEM when a concentrator reads and sets attributes of a meter.</summary>
/// <remarks>IEC 62056-5-3 and -47 (from memory): an association stands; values in A-XDR as a structure of numbers.</remarks>
/// <param name="isCiphered">Whether suite 0 protects requests and responses.</param>
internal sealed class DlmsPoll(bool isCiphered)
{
    /// <summary>Wrapper for UDP: version, source, destination, length.</summary>
    private const int Wrapper = 8;

    /// <summary>Type 3, class 2, OBIS code 6, attribute 1, no selector 1.</summary>
    private const int RequestHead = 13;

    /// <summary>Type 3, result 1.</summary>
    private const int ResponseHead = 4;

    /// <summary>Tag, length, security control, invocation counter 4, authentication tag 12.</summary>
    private const int Ciphering = 19;

    /// <summary>GET-request.</summary>
    public int Get => Around(RequestHead);

    /// <summary>GET-response without data: nothing new.</summary>
    public int Nothing => Around(ResponseHead + 1);

    /// <summary>SET-response.</summary>
    public int SetDone => Around(ResponseHead);

    /// <summary>GET-response with content.</summary>
    public int GetResponse(Content content) => Around(ResponseHead + Data(content));

    /// <summary>SET-request with content.</summary>
    public int Set(Content content) => Around(RequestHead + Data(content));

    private int Around(int body) => Wrapper + body + (isCiphered ? Ciphering : 0);

    /// <summary>Structure: tag, count, then a tag and the octets of each number; strings of octets carry their length.</summary>
    private static int Data(Content content)
    {
        var each = content.BitsEach switch
        {
            <= 8 => 1,
            <= 16 => 2,
            <= 32 => 4,
            <= 64 => 8,
            _ => Length((content.BitsEach + 7) / 8) + (content.BitsEach + 7) / 8,
        };
        return 1 + Length(content.Values) + content.Values * (1 + each);
    }

    private static int Length(int count) =>
        count switch
        {
            < 128 => 1,
            < 256 => 2,
            _ => 3,
        };
}
