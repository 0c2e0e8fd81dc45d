namespace M2mVsIoTSim.Analysis.Figures;

/// <summary>Explains the words in the legends of figures.</summary>
internal static class Glossary
{
    private static readonly (string Word, string Meaning)[] States =
    [
        ("device", "the electronics without radio, all day long"),
        ("always on", "everything, all day long"),
        ("rest", "modem asleep, or idle with paging where it has no sleep mode"),
        ("idle", "modem registered and listening for pages, before it sleeps"),
        ("acquire", "modem finds its cell again and reads what has changed there"),
        ("light sleep", "modem waits for a scheduled transmission or the next opportunity to send"),
        ("scheduled", "modem waits, awake, for a scheduled transmission or the next opportunity to send"),
        ("start", "modem boots and reads its SIM after it was asleep or switched off"),
        ("update", "modem waits for the core network to set up a connection, attach it or accept an update"),
        ("release", "modem waits for the network to end the connection"),
        ("connected, discontinuous", "modem holds the channel and listens once in a cycle"),
        (
            "connected",
            "modem holds the channel and neither sends nor receives: between packets, and until the network's inactivity timer releases it"
        ),
        ("transmit", "radio sends"),
        ("receive", "radio receives"),
        ("sleep", "radio asleep"),
        ("wait", "radio between the end of a frame and its receive windows"),
        ("overhead", "device awake around a frame"),
        ("listen and answer polls", "transceiver listens to the bus and answers when polled"),
        ("sleep and idle events", "radio asleep, and awake for connection events in which nothing is sent"),
        ("listen", "modem listens to the line or the channel"),
    ];

    private static readonly (string Word, string Meaning)[] Stages =
    [
        ("waiting", "before the first packet is on its way: queueing, waking and attaching the modem, setting up connections"),
        ("processing", "queueing and service at a server or collector"),
        ("air", "frame and its repetitions on the radio channel"),
        ("backhaul", "from the gateway to the network server"),
        ("bus", "until the next poll, and the poll itself"),
        ("line", "request and answer on the power line, over repeaters and with repetitions"),
        ("short message", "over the air to the service centre, in it until the receiver can be reached, and over the air to the receiver"),
    ];

    private static readonly (string Word, string Meaning)[] Bill =
    [
        ("devices", "devices with their modems"),
        ("subscriptions", "subscriptions and data beyond them"),
        ("gateways", "gateways, access points, switches and the like, with their installation"),
        ("lines", "access lines, lines of gateways, private access points at operators"),
        ("servers", "servers by the year and what runs on them"),
        ("messages", "what is paid by message or by time of connection"),
        ("maintenance", "upkeep of equipment in the field"),
        ("batteries", "visits to change batteries"),
    ];

    private static readonly (string Word, string Meaning)[] Reasons =
    [
        ("out-of-range", "too weak at every receiver"),
        ("collision", "destroyed by other transmissions"),
        ("no-demodulator", "the receiver was busy with as many frames as it can hear at a time"),
        ("receiver-busy", "the receiver was sending, or not listening"),
        ("asleep", "the receiver was asleep, and the network did not keep the message for it"),
        ("duty-cycle", "the sender had used up its share of the band, and could keep no more or gave up"),
        ("quota", "the contract's number of messages a day was used up"),
        ("not-joined", "the sender had not joined its network yet, and could keep no more"),
        ("queue-full", "a queue was full"),
        ("unnoticed", "the person did not notice it among others"),
        ("noise", "bit errors or random packet loss"),
        ("outage", "the link or the network was down"),
        ("retries-exhausted", "the sender gave up after its last repetition"),
        ("forgotten", "a translator of addresses, or the receiver, no longer knew the sender"),
        ("too-large", "does not fit into what the technology carries"),
        ("node-down", "a device or server had stopped, for instance with an empty battery"),
        ("unfinished", "still on its way when the run ended"),
    ];

    /// <summary>Explains states of energy, written as <c>gprs, rest</c>.</summary>
    public static string Energy(IEnumerable<string> parts) => Sentence(States, parts.Select(StateOf));

    /// <summary>The state in <c>gprs, rest</c>: what technologies have in common.</summary>
    public static string StateOf(string part) => part.IndexOf(", ", StringComparison.Ordinal) is >= 0 and var at ? part[(at + 2)..] : part;

    /// <summary>Explains reasons of loss.</summary>
    public static string Losses(IEnumerable<string> parts) => Sentence(Reasons, parts);

    /// <summary>Explains parts of a bill.</summary>
    public static string Costs(IEnumerable<string> parts) => Sentence(Bill, parts);

    /// <summary>Explains stages on the way, written as <c>meter: waiting</c>.</summary>
    public static string OnTheWay(IEnumerable<string> parts)
    {
        string[] words = [.. parts.Select(part => part[(part.IndexOf(": ", StringComparison.Ordinal) + 2)..])];
        var networks = words.Where(word => Stages.All(stage => stage.Word != word)).Distinct().ToArray();
        return Sentence(Stages, words)
            + (networks.Length == 0 ? "" : $" {string.Join(", ", networks)}: crossing that network.")
            + " Before the colon: who sends on this stretch, or who serves.";
    }

    private static string Sentence((string Word, string Meaning)[] known, IEnumerable<string> words)
    {
        var used = words.ToHashSet();
        string[] lines = [.. known.Where(one => used.Contains(one.Word)).Select(one => $"{one.Word}: {one.Meaning}")];
        return lines.Length == 0 ? "" : $" In the legend: {string.Join("; ", lines)}.";
    }
}
