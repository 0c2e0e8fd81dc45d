namespace M2mVsIoTSim.Protocols;

/// <summary>The handshakes of connections under the same options, composed once.</summary>
internal sealed class TlsHandshakes(TransportOptions options)
{
    private TlsHandshake? _full;
    private TlsHandshake? _resumed;

    /// <summary>The handshake of a connection; null where there is no security.</summary>
    /// <param name="isKnown">Whether the client has been connected before.</param>
    public TlsHandshake? For(bool isKnown)
    {
        if (options.Security == Security.None)
        {
            return null;
        }

        return isKnown && options.Resumption
            ? _resumed ??= new TlsHandshake(TlsProfile.Of(options, isResumed: true))
            : _full ??= new TlsHandshake(TlsProfile.Of(options, isResumed: false));
    }
}
