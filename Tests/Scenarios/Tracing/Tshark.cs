using System.Diagnostics;
using M2mVsIoTSim.Tests.Analysis;

namespace M2mVsIoTSim.Tests.Scenarios.Tracing;

/// <summary>What Wireshark's command-line sibling makes of a capture.</summary>
internal static class Tshark
{
    private const string Program = "/usr/bin/tshark";

    /// <summary>One line for each packet that passes a display filter: the values of some fields.</summary>
    public static string[] Read(byte[] capture, string filter, params string[] fields)
    {
        if (!File.Exists(Program))
        {
            Assert.Ignore("tshark is not installed.");
        }

        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "capture.pcapng");
        File.WriteAllBytes(file, capture);
        var start = new ProcessStartInfo(Program) { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments =
        [
            "-r",
            file,
            "-o",
            "ip.check_checksum:TRUE",
            "-o",
            "tcp.check_checksum:TRUE",
            "-o",
            "udp.check_checksum:TRUE",
            "-d",
            "udp.port==1884,mqttsn",
            "-d",
            "udp.port==5783,coap",
            "-Y",
            filter,
            "-T",
            "fields",
        ];
        foreach (var argument in arguments.Concat(fields.Append("frame.number").SelectMany(field => new[] { "-e", field })))
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.That(process.ExitCode, Is.Zero, error.Result);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
