namespace M2mVsIoTSim.Protocols;

/// <summary>The handshakes of sessions under the same options, composed once.</summary>
internal sealed class DtlsHandshakes(DatagramOptions options)
{
    private DtlsHandshake? _full;
    private DtlsHandshake? _resumed;

    /// <summary>A handshake.</summary>
    /// <param name="isKnown">Whether the two have shaken hands before.</param>
    public DtlsHandshake For(bool isKnown) =>
        isKnown && options.Resumption
            ? _resumed ??= new DtlsHandshake(DtlsProfile.Of(options, isResumed: true))
            : _full ??= new DtlsHandshake(DtlsProfile.Of(options, isResumed: false));
}
