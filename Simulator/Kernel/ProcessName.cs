namespace M2mVsIoTSim.Kernel;

/// <summary>Names of processes out of the names of the compiler's state machines.</summary>
internal static class ProcessName
{
    /// <summary>The method's name out of the compiler's <c>&lt;Method&gt;d__0</c> or <c>&lt;&lt;Outer&gt;g__Method|0&gt;d</c>.</summary>
    public static string Of(Type machine)
    {
        var name = machine.Name;
        var local = name.IndexOf("g__", StringComparison.Ordinal);
        if (local >= 0)
        {
            var end = name.IndexOf('|', local);
            return name[(local + 3)..(end < 0 ? name.Length : end)];
        }

        var close = name.IndexOf('>', StringComparison.Ordinal);
        return close > 1 && name[0] == '<' ? name[1..close].TrimStart('<') : name;
    }
}
