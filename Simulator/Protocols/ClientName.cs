using System.Globalization;
using M2mVsIoTSim.Kernel;

namespace M2mVsIoTSim.Protocols;

/// <summary>The name by which a client is known, of a length that options give.</summary>
internal static class ClientName
{
    /// <summary>Such as <c>dev0000003</c> for member 3 and ten octets.</summary>
    /// <param name="client">Whose.</param>
    /// <param name="length">Octets, at least 1 [B].</param>
    public static string Of(Entity client, int length)
    {
        var number = client.Number.ToString(CultureInfo.InvariantCulture);
        var text = "dev" + number.PadLeft(Math.Max(1, length - 3), '0');
        return text[^Math.Min(text.Length, length)..].PadLeft(length, '0');
    }

    /// <summary>What a client publishes under, such as <c>sensors/dev0000003/t</c>.</summary>
    /// <param name="client">Whose.</param>
    /// <param name="name">Octets of its name [B].</param>
    /// <param name="length">Octets, at least 1 [B].</param>
    public static string Topic(Entity client, int name, int length)
    {
        var text = $"sensors/{Of(client, name)}/t";
        return text[^Math.Min(text.Length, length)..].PadRight(length, '_');
    }
}
