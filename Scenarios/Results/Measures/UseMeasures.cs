using M2mVsIoTSim.Technologies;

namespace M2mVsIoTSim.Scenarios.Results.Measures;

/// <summary>How much of media and servers is used.</summary>
internal sealed class UseMeasures(CaseFindings run, CaseSheet sheet)
{
    /// <summary>What the access media carry.</summary>
    public void AddAir()
    {
        var access = run
            .Network.Plan.Edges.SelectMany(edge => edge.Technologies)
            .Where(t => t.Traits.Segment == Segment.Access)
            .Select(t => t.Name)
            .ToHashSet();
        var air = run.Probes.Air.Media.Where(medium => access.Contains(medium.Name)).ToList();
        if (run.Network.Alarms.Count > 0 && access.Count > 0)
        {
            var deviceDays = run.Devices * run.Days;
            sheet.Add("", "access-bytes-per-day", air.Sum(medium => medium.Bytes) / deviceDays);
        }

        if (air.Count == 0 || run.UsefulBytes <= 0)
        {
            return;
        }

        sheet.Add("", "air-bytes-per-byte", air.Sum(medium => medium.Bytes) / run.UsefulBytes);
        sheet.Add("", "airtime-per-day", air.Sum(medium => medium.Occupied.TotalSeconds) / run.Devices / run.Days);
    }

    /// <summary>Of each technology the use of its busier direction, of each platform that of its servers.</summary>
    public void AddUse()
    {
        foreach (var medium in run.Usages.Where(usage => usage.IsMedium).GroupBy(usage => usage.Owner))
        {
            sheet.Add(medium.Key, "channel-use", medium.Max(usage => usage.Share));
        }

        foreach (var servers in run.Usages.Where(usage => usage is { IsMedium: false, Owner: var owner } && IsPlatform(owner)))
        {
            sheet.Add(servers.Tier, "server-use", servers.Share);
        }
    }

    private bool IsPlatform(string name) => run.Network.Equipment.Any(equipment => equipment.IsPlatform && equipment.Name == name);
}
