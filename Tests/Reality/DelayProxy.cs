using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;

namespace M2mVsIoTSim.Tests.Reality;

/// <summary>Stands between a client and a real server and passes on everything later, in order, either way.</summary>
internal sealed class DelayProxy : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly int _port;
    private readonly TimeSpan _delay;

    public DelayProxy(int port, TimeSpan delay)
    {
        (_port, _delay) = (port, delay);
        _listener.Start();
        _ = Accept();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public void Dispose() => _listener.Dispose();

    private async Task Accept()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync();
                // The connection request takes its time as well: there, and the answer back.
                await Task.Delay(2 * _delay);
                var server = new TcpClient { NoDelay = true };
                await server.ConnectAsync(IPAddress.Loopback, _port);
                client.NoDelay = true;
                Pass(client, server);
                Pass(server, client);
            }
        }
        catch (Exception e) when (e is ObjectDisposedException or SocketException)
        {
            // The test is over.
        }
    }

    private void Pass(TcpClient from, TcpClient to)
    {
        var queue = Channel.CreateUnbounded<(byte[] Octets, long Due)>();
        _ = Read();
        _ = Write();

        async Task Read()
        {
            var buffer = new byte[65536];
            while (true)
            {
                int count;
                try
                {
                    count = await from.GetStream().ReadAsync(buffer);
                }
                catch (Exception e) when (e is IOException or ObjectDisposedException)
                {
                    count = 0;
                }

                queue.Writer.TryWrite((buffer[..count], Stopwatch.GetTimestamp() + (long)(_delay.TotalSeconds * Stopwatch.Frequency)));
                if (count == 0)
                {
                    queue.Writer.Complete();
                    return;
                }
            }
        }

        async Task Write()
        {
            await foreach (var (octets, due) in queue.Reader.ReadAllAsync())
            {
                var wait = Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), due);
                if (wait > TimeSpan.Zero)
                {
                    await Task.Delay(wait);
                }

                try
                {
                    if (octets.Length == 0)
                    {
                        to.Client.Shutdown(SocketShutdown.Send);
                        return;
                    }

                    await to.GetStream().WriteAsync(octets);
                }
                catch (Exception e) when (e is IOException or ObjectDisposedException or SocketException)
                {
                    return;
                }
            }
        }
    }
}
