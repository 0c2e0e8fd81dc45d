using System.Globalization;
using static System.Text.Encoding;

namespace M2mVsIoTSim.Protocols;

/// <summary>A request primitive of oneM2M and its octets in each binding.</summary>
/// <remarks>Short names and numbers: TS-0004; HTTP: TS-0009; CoAP: TS-0008; MQTT: TS-0010 (option numbers of CoAP from memory).</remarks>
/// <param name="Operation">1 create, 5 notify.</param>
/// <param name="Type">Of the resource to be created: 2 AE, 3 container, 4 instance, 23 subscription; null for a notification.</param>
/// <param name="From">Originator.</param>
/// <param name="To">Target, beginning with a slash.</param>
/// <param name="Id">Request identifier.</param>
/// <param name="Content">The resource or notification in JSON.</param>
internal sealed record OneM2mRequest(int Operation, int? Type, string From, string To, string Id, string Content)
{
    public const int Create = 1;
    public const int Notify = 5;

    /// <summary>Version of the release that is spoken.</summary>
    public const string Version = "3";

    /// <summary>application/json among the formats of CoAP.</summary>
    public const int JsonFormat = 50;

    private const int From256 = 256;
    internal const int RequestIdentifier = 257;
    internal const int ResponseStatus = 265;
    private const int ResourceType = 267;
    internal const int ReleaseVersion = 271;

    /// <summary>What it is about, for a trace.</summary>
    public string Title =>
        Type switch
        {
            2 => "m2m:ae",
            3 => "m2m:cnt",
            4 => "m2m:cin",
            23 => "m2m:sub",
            _ => "m2m:sgn",
        };

    /// <summary>Header fields of HTTP, type and length of the content included.</summary>
    public IEnumerable<(string Name, string Value)> HttpFields =>
        [
            ("X-M2M-Origin", From),
            ("X-M2M-RI", Id),
            ("X-M2M-RVI", Version),
            ("Content-Type", "application/json" + (Type is { } type ? string.Create(CultureInfo.InvariantCulture, $";ty={type}") : "")),
            ("Accept", "application/json"),
            ("Content-Length", Content.Length.ToString(CultureInfo.InvariantCulture)),
        ];

    /// <summary>Options of CoAP from the format of the content on.</summary>
    public IEnumerable<CoapOption> CoapOptions
    {
        get
        {
            yield return CoapOption.Whole(CoapOption.ContentFormat, JsonFormat);
            yield return CoapOption.Text(From256, From);
            yield return CoapOption.Text(RequestIdentifier, Id);
            if (Type is { } type)
            {
                yield return CoapOption.Whole(ResourceType, (uint)type);
            }

            yield return CoapOption.Text(ReleaseVersion, Version);
        }
    }

    /// <summary>The whole primitive, as MQTT carries it.</summary>
    public byte[] Mqtt =>
        ASCII.GetBytes(
            string.Create(
                CultureInfo.InvariantCulture,
                $$"""{"op":{{Operation}},"fr":"{{From}}","to":"{{To}}","rqi":"{{Id}}","rvi":"{{Version}}",{{(Type is { } type ? $"\"ty\":{type}," : "")}}"pc":{{Content}}}"""
            )
        );
}
