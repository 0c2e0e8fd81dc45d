using System.Buffers.Binary;
using static System.Text.Encoding;

namespace M2mVsIoTSim.Protocols;

/// <summary>What a bootstrap server writes to a device of its LwM2M server: an instance of the Security object and one of the Server object, in TLV.</summary>
/// <remarks>
/// Modelled: the mandatory resources and the short server identifier. Keys and certificates are octets of the right number. Left out: SMS, OSCORE (object 21),
/// access control. Sources: OMA LwM2M 1.1 Core, sections 7.4.3 (TLV), E.1 (Security) and E.2 (Server), from memory; a raw public key on P-256 is a
/// SubjectPublicKeyInfo of 91 octets (RFC 5480), a private one with its public one in PKCS #8 138 (from memory).
/// </remarks>
internal sealed class Lwm2mAccount(Lwm2mOptions options)
{
    private const int RawPublicKey = 91;
    private const int PrivateKey = 138;
    private const byte Filler = 0x5A;
    private const byte ShortServerId = 1;

    private enum Mode : byte
    {
        PreSharedKey = 0,
        RawPublicKey = 1,
        Certificate = 2,
        NoSec = 3,
    }

    private bool IsSecure => options.Security != DatagramSecurity.None;

    private string Uri => IsSecure ? $"coaps://{options.ServerName}:5684" : $"coap://{options.ServerName}:5683";

    private Mode SecurityMode =>
        !IsSecure
            ? Mode.NoSec
            : options.Authentication switch
            {
                DtlsAuthentication.PreSharedKey or DtlsAuthentication.PreSharedKeyEcdhe => Mode.PreSharedKey,
                DtlsAuthentication.RawPublicKey => Mode.RawPublicKey,
                _ => Mode.Certificate,
            };

    /// <summary>Octets of the device's identity or public key, of the server's public key, and of the secret [B].</summary>
    private (int Own, int Server, int Secret) Keys =>
        SecurityMode switch
        {
            Mode.NoSec => (0, 0, 0),
            Mode.PreSharedKey => (options.IdentityLength, 0, options.KeyLength),
            Mode.RawPublicKey => (RawPublicKey, RawPublicKey, PrivateKey),
            _ => options.Authentication == DtlsAuthentication.ServerCertificate
                ? (0, options.CertificateLength, 0)
                : (options.CertificateLength, options.CertificateLength, PrivateKey),
        };

    /// <summary>Resources of the Security object: URI, whether it is a bootstrap server, mode, identity, the server's key, secret, short server identifier.</summary>
    public byte[] Security()
    {
        var (own, server, secret) = Keys;
        return
        [
            .. Resource(0, ASCII.GetBytes(Uri)),
            .. Resource(1, [0]),
            .. Resource(2, [(byte)SecurityMode]),
            .. Resource(3, Filled(own)),
            .. Resource(4, Filled(server)),
            .. Resource(5, Filled(secret)),
            .. Resource(10, [ShortServerId]),
        ];
    }

    /// <summary>Resources of the Server object: short server identifier, lifetime, whether notifications are kept while the server is away, binding.</summary>
    public byte[] Server() =>
        [
            .. Resource(0, [ShortServerId]),
            .. Resource(1, Whole((long)options.Lifetime.TotalSeconds)),
            .. Resource(6, [1]),
            .. Resource(7, "U"u8.ToArray()),
        ];

    /// <summary>A resource with its value: type, identifier, and length where it does not stand in the type.</summary>
    private static byte[] Resource(byte number, byte[] value)
    {
        const int WithValue = 0b11 << 6;
        return value.Length switch
        {
            < 8 => [(byte)(WithValue | value.Length), number, .. value],
            < 256 => [WithValue | 1 << 3, number, (byte)value.Length, .. value],
            _ => [WithValue | 2 << 3, number, (byte)(value.Length >> 8), (byte)(value.Length & 0xFF), .. value],
        };
    }

    private static byte[] Filled(int length)
    {
        var octets = new byte[length];
        Array.Fill(octets, Filler);
        return octets;
    }

    /// <summary>An integer with a sign in 1, 2, 4 or 8 octets.</summary>
    private static byte[] Whole(long value)
    {
        var octets = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(octets, value);
        return octets[
            (
                8
                - (
                    value <= sbyte.MaxValue ? 1
                    : value <= short.MaxValue ? 2
                    : value <= int.MaxValue ? 4
                    : 8
                )
            )..
        ];
    }
}
