using System.Globalization;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Protocols;

/// <summary>The header fields of requests and responses, as either version writes them.</summary>
/// <remarks>RFC 9110. Names in the spelling of version 1.1; version 2 writes them in lower case.</remarks>
internal sealed class HttpFields(HttpOptions options)
{
    /// <summary>Any day will do: a date takes 29 octets.</summary>
    private static readonly DateOnly Beginning = new(2026, 1, 1);

    private readonly bool _isV2 = options.Version == HttpVersion.V2;

    /// <summary>Of a request.</summary>
    /// <param name="body">Octets of its body; null for none [B].</param>
    /// <param name="primitive">What it stands for in oneM2M, which says the type and length of the body itself.</param>
    public List<(string Name, string Value)> OfRequest(int? body, OneM2mRequest? primitive = null)
    {
        List<(string, string)> fields = [];
        if (!_isV2)
        {
            fields.Add(("Host", options.Host));
        }

        switch (options.Client)
        {
            case HttpClientProfile.Curl:
                fields.AddRange([("User-Agent", "curl/7.88.1"), ("Accept", "*/*")]);
                break;
            case HttpClientProfile.PythonRequests:
                fields.AddRange([("User-Agent", "python-requests/2.31.0"), ("Accept-Encoding", "gzip, deflate"), ("Accept", "*/*")]);
                if (!_isV2)
                {
                    fields.Add(("Connection", "keep-alive"));
                }

                break;
            default:
                break;
        }

        if (options.TokenLength > 0)
        {
            fields.Add(("Authorization", "Bearer " + new string('x', options.TokenLength)));
        }

        if (primitive is not null)
        {
            // Accept is said once, as the primitive has it.
            fields.RemoveAll(field => field.Item1 == "Accept");
            fields.AddRange(primitive.HttpFields);
        }
        else if (body is { } length)
        {
            fields.AddRange([("Content-Type", options.ContentType), ("Content-Length", Text(length))]);
        }

        return fields;
    }

    /// <summary>Of a response.</summary>
    /// <param name="status">Its code.</param>
    /// <param name="body">Octets of its body [B].</param>
    /// <param name="now">When.</param>
    /// <param name="primitive">What it stands for in oneM2M.</param>
    public List<(string Name, string Value)> OfResponse(int status, int body, SimTime now, OneM2mResponse? primitive = null)
    {
        List<(string, string)> fields = [];
        if (options.Server == HttpServerProfile.Werkzeug)
        {
            return
            [
                ("Content-Type", "text/html; charset=utf-8"),
                ("Content-Length", Text(body)),
                ("Server", "Werkzeug/0.11.11 Python/3.5.2"),
                ("Date", Date(now)),
            ];
        }

        var isNginx = options.Server == HttpServerProfile.Nginx;
        if (isNginx)
        {
            fields.AddRange([("Server", "nginx/1.22.1"), ("Date", Date(now))]);
        }

        if (primitive is not null)
        {
            fields.AddRange(primitive.HttpFields);
        }
        else if (body > 0)
        {
            fields.Add(("Content-Type", options.ContentType));
        }

        if (primitive is null && status != (int)HttpStatus.NoContent)
        {
            fields.Add(("Content-Length", Text(body)));
        }

        if (isNginx && !_isV2)
        {
            fields.Add(("Connection", "keep-alive"));
        }

        return fields;
    }

    /// <summary>A number in digits.</summary>
    public static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Date(SimTime now)
    {
        var (days, seconds) = Math.DivRem((long)(now - SimTime.Start).TotalSeconds, 86_400);
        var day = Beginning.AddDays((int)days).ToString("ddd, dd MMM yyyy", CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"{day} {seconds / 3600:00}:{seconds / 60 % 60:00}:{seconds % 60:00} GMT");
    }
}
