using System.Globalization;
using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using static System.Text.Encoding;

namespace M2mVsIoTSim.Protocols;

/// <summary>An application entity (AE) and the common services (CSE) at which it is registered, at the two ends of a session: names, and primitives about messages.</summary>
/// <remarks>
/// Modelled: at the start the AE registers (m2m:ae), makes a container (m2m:cnt) and subscribes (m2m:sub) where messages come to it; then it creates an
/// instance (m2m:cin) for each message that it sends, and is notified (m2m:sgn) of each that is sent to it. Left out: the representation of a new resource in responses (result content), lifetimes and
/// their renewal, access control, discovery, groups, flexContainers, polling channels, registration between CSEs (remoteCSE: a gateway registers as an AE does). A message is carried whether or not its container is
/// there yet. Content that is no text stands in base64. Sources: oneM2M TS-0001, TS-0004, TS-0008, TS-0009, TS-0010, release 3.
/// </remarks>
/// <param name="use">Which end has the common services.</param>
/// <param name="near">The end on the side of the hop's <c>from</c>.</param>
/// <param name="far">The other end.</param>
/// <param name="encoding">How content becomes octets.</param>
internal sealed class OneM2mParty(OneM2mUse use, Entity near, Entity far, Encoding encoding)
{
    private const int NameLength = 10;
    private const int FirstId = 100_000;
    private const int Ids = 900_000;
    private const string Cse = "cse-in";

    /// <summary>Name of a container or subscription; of an instance that the CSE names, where somebody is told.</summary>
    public const string NewName = "cin-1";

    private int _requests;

    private Entity Application => use == OneM2mUse.Create ? near : far;

    private string Name => ClientName.Of(Application, NameLength);

    /// <summary>What the AE is called by the CSE.</summary>
    public string Identifier => "C" + Name[1..];

    private string Container => $"/{Cse}/{(use == OneM2mUse.Create ? Name : "data")}/cnt1";

    private string Commands => $"/{Cse}/{Name}/cmd";

    /// <summary>Whether an end is the AE, not the CSE.</summary>
    public bool IsApplication(Node end) => end.Entity == Application;

    /// <summary>Who it is that an end speaks for, as a level of a topic.</summary>
    public string TopicLevel(bool isApplication) => isApplication ? Identifier : Cse;

    /// <summary>The topic of the requests of an end.</summary>
    public string RequestTopic(bool isApplication) => $"/oneM2M/req/{TopicLevel(isApplication)}/{TopicLevel(!isApplication)}/json";

    /// <summary>The topic of the responses to the requests of an end.</summary>
    public string ResponseTopic(bool isApplication) => $"/oneM2M/resp/{TopicLevel(isApplication)}/{TopicLevel(!isApplication)}/json";

    /// <summary>What the AE asks for at the start.</summary>
    /// <param name="receives">Whether messages come to it.</param>
    public IReadOnlyList<OneM2mRequest> SetUp(bool receives)
    {
        var flag = receives ? "true" : "false";
        List<OneM2mRequest> requests =
        [
            Create(2, $"/{Cse}", $$$"""{"m2m:ae":{"rn":"{{{Name}}}","api":"N.m2miot","rr":{{{flag}}},"srv":["3"]}}"""),
        ];
        if (use == OneM2mUse.Create)
        {
            requests.Add(Create(3, $"/{Cse}/{Name}", """{"m2m:cnt":{"rn":"cnt1"}}"""));
        }

        if (receives)
        {
            if (use == OneM2mUse.Create)
            {
                requests.Add(Create(3, $"/{Cse}/{Name}", """{"m2m:cnt":{"rn":"cmd"}}"""));
            }

            requests.Add(
                Create(
                    23,
                    use == OneM2mUse.Create ? Commands : Container,
                    $$$$"""{"m2m:sub":{"rn":"sub1","nu":["{{{{Identifier}}}}"],"enc":{"net":[3]}}}"""
                )
            );
        }

        return requests;
    }

    /// <summary>The primitive that carries a message of an end.</summary>
    public OneM2mRequest Carry(in Message message, bool isApplication) =>
        Envelope(isApplication) with
        {
            Content = Content(message, isApplication),
        };

    /// <summary>Such a primitive without its content.</summary>
    public OneM2mRequest Envelope(bool isApplication) =>
        isApplication
            ? Create(4, Place(isApplication), "")
            : new OneM2mRequest(OneM2mRequest.Notify, null, $"/{Cse}", $"/{Identifier}", NextId(), "");

    /// <summary>The content of such a primitive.</summary>
    public string Content(in Message message, bool isApplication) =>
        Content(message.Branch.Relation.Content, PayloadEncoding.Seed(message), isApplication);

    /// <summary>Octets of the content of such a primitive, which do not depend on values [B].</summary>
    public int ContentLength(Content content, bool isApplication) => Content(content, 0, isApplication).Length;

    /// <summary>A content instance: text as it is, other octets in base64, which its content info says.</summary>
    public static string Instance(ReadOnlySpan<byte> octets, Encoding encoding) =>
        encoding == Encoding.Json
            ? Instance(ASCII.GetString(octets).Replace("\"", "\\\"", StringComparison.Ordinal), "application/json:0")
            : Instance(
                System.Convert.ToBase64String(octets),
                encoding == Encoding.Cbor ? "application/cbor:1" : "application/octet-stream:1"
            );

    /// <summary>A content instance with text.</summary>
    /// <param name="text">As it stands between quotation marks.</param>
    /// <param name="info">Type and encoding of the text; null where it is plain.</param>
    public static string Instance(string text, string? info) =>
        info is null ? $$$"""{"m2m:cin":{"con":"{{{text}}}"}}""" : $$$"""{"m2m:cin":{"cnf":"{{{info}}}","con":"{{{text}}}"}}""";

    /// <summary>A notification that something was created.</summary>
    /// <param name="resource">What was.</param>
    /// <param name="parent">Where, beginning with a slash.</param>
    public static string Notification(string resource, string parent) =>
        $$$"""{"m2m:sgn":{"nev":{"rep":{{{resource}}},"net":3},"sur":"{{{parent}}}/sub1"}}""";

    /// <summary>Where instances are created: the data of a device by itself, its commands by the CSE, and so on.</summary>
    private string Place(bool isApplication) => isApplication == (use == OneM2mUse.Create) ? Container : Commands;

    private string Content(Content content, ulong seed, bool isApplication)
    {
        var octets = new byte[PayloadEncoding.Size(content, encoding)];
        PayloadEncoding.Write(content, encoding, seed, octets);
        var instance = Instance(octets, encoding);
        return isApplication ? instance : Notification(instance, Place(isApplication));
    }

    private OneM2mRequest Create(int type, string to, string content) => new(OneM2mRequest.Create, type, Identifier, to, NextId(), content);

    private OneM2mRequest Notify(string instance, string parent) =>
        new(OneM2mRequest.Notify, null, $"/{Cse}", $"/{Identifier}", NextId(), Notification(instance, parent));

    private string NextId() => (FirstId + _requests++ % Ids).ToString(CultureInfo.InvariantCulture);
}
