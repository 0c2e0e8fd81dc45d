using System.Text;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Protocols;

/// <summary>HTTP/1.1 (RFC 9112): lines of text.</summary>
internal sealed class Http1(HttpOptions options) : HttpDialect
{
    private readonly HttpFields _fields = new(options);

    public override byte[] Request(string method, string path, byte[]? body, OneM2mRequest? primitive = null) =>
        Lines($"{method} {path} HTTP/1.1", _fields.OfRequest(body?.Length, primitive), body ?? []);

    public override byte[] Response(int status, byte[] body, SimTime now, OneM2mResponse? primitive = null) =>
        Lines($"{Version} {HttpFields.Text(status)} {Reason(status)}", _fields.OfResponse(status, body.Length, now, primitive), body);

    /// <summary>The http.client of Python writes a body after the header, since version 3.5 (from memory).</summary>
    public override int BeginningOfRequest(byte[] request)
    {
        var end = request.AsSpan().IndexOf("\r\n\r\n"u8) + 4;
        return options.Client == HttpClientProfile.PythonRequests && end < request.Length ? end : 0;
    }

    /// <summary>Werkzeug writes the first line past the buffer of the other ones (from memory).</summary>
    public override int BeginningOfResponse(byte[] response) =>
        options.Server == HttpServerProfile.Werkzeug ? response.AsSpan().IndexOf("\r\n"u8) + 2 : 0;

    private string Version => options.Server == HttpServerProfile.Werkzeug ? "HTTP/1.0" : "HTTP/1.1";

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
