using System.Text;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Protocols;

/// <summary>HTTP/1.1 (RFC 9112): lines of text.</summary>
internal sealed class Http1(HttpOptions options) : HttpDialect
{
    private readonly HttpFields _fields = new(options);

    public override byte[] Request(string method, string path, byte[]? body) =>
        Lines($"{method} {path} HTTP/1.1", _fields.OfRequest(body?.Length), body ?? []);

    public override byte[] Response(int status, byte[] body, SimTime now) =>
        Lines($"HTTP/1.1 {HttpFields.Text(status)} {Reason(status)}", _fields.OfResponse(status, body.Length, now), body);

    private static string Reason(int status) =>
        (HttpStatus)status switch
        {
            HttpStatus.Ok => "OK",
            HttpStatus.Created => "Created",
            _ => "No Content",
        };

    private static byte[] Lines(string first, List<(string Name, string Value)> fields, byte[] body)
    {
        var text = new StringBuilder(first).Append("\r\n");
        foreach (var (name, value) in fields)
        {
            text.Append(name).Append(": ").Append(value).Append("\r\n");
        }

        return [.. System.Text.Encoding.ASCII.GetBytes(text.Append("\r\n").ToString()), .. body];
    }
}
