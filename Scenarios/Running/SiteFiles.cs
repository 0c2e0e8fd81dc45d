using System.Globalization;
using M2mVsIoTSim.Scenarios.Build;
using M2mVsIoTSim.Scenarios.Files;
using M2mVsIoTSim.Scenarios.Model;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Running;

/// <summary>The site files that the jobs of a scenario name, read and checked.</summary>
public sealed class SiteFiles
{
    private const string Header = "party,number,x,y,z,indoor";
    private readonly Dictionary<string, (string Text, SiteTable Table, bool IsWhole)> _byName = [];

    /// <summary>The places of a job; null if it has no file of its own.</summary>
    public SiteTable? For(Job job) => job.Area.Sites is { } name ? _byName[name].Table : null;

    /// <summary>The text of a job's file, for the hash of its cases.</summary>
    internal string TextFor(Job job) => job.Area.Sites is { } name ? _byName[name].Text : "";

    internal static SiteFiles Read(ScenarioFile scenario, string folder, Complaints complaints)
    {
        var files = new SiteFiles();
        foreach (var job in scenario.Jobs.Values)
        {
            if (job.Area.Sites is { } name && !files._byName.ContainsKey(name))
            {
                files.Add(job, name, Path.Combine(folder, name), complaints);
            }

            foreach (var (party, spec) in job.Parties.Where(party => party.Value.Place == Placement.File))
            {
                files.CheckCount(job, party, spec, complaints);
            }

            foreach (var (party, spec) in job.Parties.Where(party => party.Value.Moves is not null))
            {
                files.CheckMoves(job, party, spec, complaints);
            }
        }

        return files;
    }

    private void CheckCount(Job job, string party, Party spec, Complaints complaints)
    {
        if (job.Area.Sites is null)
        {
            if (complaints.IsGap(job, nameof(Job.Area)) || complaints.IsGap(job.Area, nameof(Area.Sites)))
            {
                return;
            }

            complaints.Add(spec, nameof(Party.Place), $"party '{party}' is placed from a file, but the area names no 'sites'");
        }
        else if (_byName[job.Area.Sites] is { IsWhole: true } file && file.Table.CountOf(party) < spec.Count)
        {
            complaints.Add(
                spec,
                nameof(Party.Count),
                $"party '{party}' has {spec.Count} members, but '{job.Area.Sites}' has places for {file.Table.CountOf(party)}"
            );
        }
    }

    private void CheckMoves(Job job, string party, Party spec, Complaints complaints)
    {
        if (job.Area.Sites is { } name && _byName[name].Table.CountOf(party) > 0)
        {
            complaints.Add(
                spec,
                nameof(Party.Moves),
                $"party '{party}' moves, but '{name}' lists places for it; remove them there, or move it over 'waypoints'"
            );
        }
    }

    private void Add(Job job, string name, string path, Complaints complaints)
    {
        _byName[name] = ("", new SiteTable(new Dictionary<(string, int), (Position, bool)>()), IsWhole: false);
        string[] lines;
        try
        {
            lines = File.ReadAllLines(path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            complaints.Add(job.Area, nameof(Area.Sites), $"there is no site file '{name}' next to the scenario");
            return;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            complaints.Add(job.Area, nameof(Area.Sites), $"the site file '{name}' cannot be read: {e.Message}");
            return;
        }

        if (lines.Length == 0 || lines[0].Trim() != Header)
        {
            complaints.At(new SourcePosition(name, 1, 1), $"the first line must be '{Header}'");
            return;
        }

        var isWhole = true;
        Dictionary<(string, int), (Position, bool)> places = [];
        for (var i = 1; i < lines.Length; i++)
        {
            var fields = lines[i].Split(',', StringSplitOptions.TrimEntries);
            if (
                fields is [var party, var number, var x, var y, var z, "0" or "1"]
                && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
                && TryMetres(x, out var east)
                && TryMetres(y, out var north)
                && TryMetres(z, out var height)
            )
            {
                if (!places.TryAdd((party, n), (new Position(east, north, height), fields[5] == "1")))
                {
                    complaints.At(new SourcePosition(name, i + 1, 1), $"'{party}' {n} has a place already");
                    isWhole = false;
                }
            }
            else if (lines[i].Trim().Length > 0)
            {
                complaints.At(
                    new SourcePosition(name, i + 1, 1),
                    $"'{lines[i]}' is not a party, a number, x, y, z in metres and 0 or 1, parted by commas"
                );
                isWhole = false;
            }
        }

        _byName[name] = (string.Join('\n', lines), new SiteTable(places), isWhole);
    }

    private static bool TryMetres(string text, out double metres) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out metres) && double.IsFinite(metres);
}
