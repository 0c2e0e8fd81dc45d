using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace M2mVsIoTSim.Tests.Reality;

/// <summary>A real broker, Eclipse Mosquitto, on a port of its own on this machine.</summary>
internal sealed class Mosquitto : IDisposable
{
    private const string Program = "/usr/sbin/mosquitto";
    private readonly Process _process;
    private readonly string _configuration = Path.GetTempFileName();

    public Mosquitto()
    {
        if (!File.Exists(Program))
        {
            Assert.Ignore("mosquitto is not installed.");
        }

        Port = FreePort();
        File.WriteAllText(
            _configuration,
            $"listener {Port} 127.0.0.1\nallow_anonymous true\npersistence false\nset_tcp_nodelay true\nuser root\n"
        );
        _process = Process.Start(new ProcessStartInfo(Program, ["-c", _configuration]) { RedirectStandardError = true })!;
        _ = _process.StandardError.ReadToEndAsync();
        WaitUntilItListens();
    }

    public int Port { get; }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        File.Delete(_configuration);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private void WaitUntilItListens()
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                using var client = new TcpClient();
                client.Connect(IPAddress.Loopback, Port);
                return;
            }
            catch (SocketException) when (attempt < 100)
            {
                Thread.Sleep(50);
            }
        }
    }
}
