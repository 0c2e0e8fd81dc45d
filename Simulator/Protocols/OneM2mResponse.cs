using System.Globalization;
using static System.Text.Encoding;

namespace M2mVsIoTSim.Protocols;

/// <summary>A response primitive of oneM2M without content, and its octets in each binding.</summary>
/// <param name="Request">What it answers.</param>
internal sealed record OneM2mResponse(OneM2mRequest Request)
{
    private const int Created = 2001;
    private const int Ok = 2000;

    /// <summary>Response status code.</summary>
    public int Status => Request.Operation == OneM2mRequest.Create ? Created : Ok;

    /// <summary>Status of HTTP.</summary>
    public HttpStatus HttpStatus => Status == Created ? HttpStatus.Created : HttpStatus.Ok;

    /// <summary>Code of CoAP.</summary>
    public byte CoapCode => Status == Created ? Protocols.CoapCode.Created : Protocols.CoapCode.Changed;

    /// <summary>Header fields of HTTP.</summary>
    public IEnumerable<(string Name, string Value)> HttpFields =>
        [
            ("X-M2M-RSC", Status.ToString(CultureInfo.InvariantCulture)),
            ("X-M2M-RI", Request.Id),
            ("X-M2M-RVI", OneM2mRequest.Version),
            ("Content-Length", "0"),
        ];

    /// <summary>Options of CoAP; the name of what was created is told by its location.</summary>
    /// <param name="name">Of the new resource.</param>
    public IEnumerable<CoapOption> CoapOptions(string name) =>
        [
            .. Status == Created ? CoapOption.Path(CoapOption.LocationPath, $"{Request.To}/{name}") : [],
            CoapOption.Text(OneM2mRequest.RequestIdentifier, Request.Id),
            CoapOption.Whole(OneM2mRequest.ResponseStatus, (uint)Status),
            CoapOption.Text(OneM2mRequest.ReleaseVersion, OneM2mRequest.Version),
        ];

    /// <summary>The whole primitive, as MQTT carries it.</summary>
    public byte[] Mqtt =>
        ASCII.GetBytes(
            string.Create(CultureInfo.InvariantCulture, $$"""{"rsc":{{Status}},"rqi":"{{Request.Id}}","rvi":"{{OneM2mRequest.Version}}"}""")
        );
}
