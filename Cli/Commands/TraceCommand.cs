using System.CommandLine;
using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Traces;
using M2mVsIoTSim.Scenarios.Files;
using M2mVsIoTSim.Scenarios.Running;
using M2mVsIoTSim.Scenarios.Tracing;

namespace M2mVsIoTSim.Cli.Commands;

/// <summary><c>m2miot trace</c>: one run as an event log, a sequence diagram for each relation, and captures that Wireshark opens.</summary>
internal static class TraceCommand
{
    public static Command Create()
    {
        var file = Inputs.File();
        var comparison = new Option<string>("-s", "--comparison", "--scenario")
        {
            Description = "Name of the comparison.",
            HelpName = "NAME",
            Required = true,
        };
        var architecture = new Option<string>("-a", "--architecture")
        {
            Description = "Name of the architecture.",
            HelpName = "ARCH",
            Required = true,
        };
        var point = new Option<string?>("-p", "--point")
        {
            Description = "Values of what is varied, as results name them: 'access=gprs,meter.count=10'; the first if not given.",
            HelpName = "POINT",
        };
        var replication = new Option<int>("-r", "--replication")
        {
            Description = "Which replication.",
            HelpName = "N",
            DefaultValueFactory = _ => 1,
        };
        var members = new Option<string[]>("-m", "--member")
        {
            Description = "Whom to follow: 'meter 17'; the first of every party of devices if not given.",
            HelpName = "MEMBER",
            DefaultValueFactory = _ => [],
        };
        var limit = new Option<int>("--limit")
        {
            Description = "Events after which nothing more is written.",
            HelpName = "N",
            DefaultValueFactory = _ => 100_000,
        };
        var quick = new Option<bool>("--quick") { Description = "Trace the small and short run of `run --quick`." };
        var seed = new Option<ulong?>("--seed") { Description = "Seed instead of the file's.", HelpName = "N" };
        var settings = Inputs.Settings();
        var output = new Option<string>("-o", "--output")
        {
            Description = "Folder for what is written.",
            HelpName = "DIR",
            DefaultValueFactory = _ => "trace",
        };
        var command = new Command("trace", "Writes down one run: event log, sequence diagrams, captures for Wireshark.")
        {
            file,
            comparison,
            architecture,
            point,
            replication,
            members,
            limit,
            quick,
            seed,
            settings,
            output,
        };
        command.SetLongAction(
            (parsed, cancellation) =>
            {
                var study = Inputs.Load(
                    parsed.GetValue(file)!,
                    new RunRequest
                    {
                        Comparisons = [parsed.GetValue(comparison)!],
                        Quick = parsed.GetValue(quick),
                        Seed = parsed.GetValue(seed),
                        Settings = Inputs.Parse(parsed.GetValue(settings)!),
                    }
                );
                var cell = Find(study, parsed.GetValue(architecture)!, parsed.GetValue(point));
                var request = new TraceRequest
                {
                    Members = parsed.GetValue(members)!,
                    Replication = parsed.GetValue(replication),
                    Limit = parsed.GetValue(limit),
                };
                Write(Run(study, cell, request, cancellation), parsed.GetValue(output)!);
                return ExitCode.Done;
            }
        );
        return command;
    }

    private static Cell Find(Study study, string architecture, string? point)
    {
        if (study.Notes.Count > 0)
        {
            throw new UserException($"This cannot be simulated yet: {string.Join("; ", study.Notes)}.");
        }

        var cells = study.Cells.Where(cell => cell.Architecture == architecture).ToList();
        if (cells.Count == 0)
        {
            throw new UserException(
                Spelling.Unknown("architecture", architecture, [.. study.Cells.Select(cell => cell.Architecture).Distinct()])
            );
        }

        var found = point is null ? cells.Find(cell => cell.IsFeasible) ?? cells[0] : cells.Find(cell => cell.Point.ToString() == point);
        if (found is null)
        {
            throw new UserException($"There is no point '{point}'; there are: {string.Join(" | ", cells.Select(cell => cell.Point))}");
        }

        return found.IsFeasible ? found : throw new UserException($"{found.Id} is infeasible: {string.Join("; ", found.Plan.Infeasible)}");
    }

    private static Trace Run(Study study, Cell cell, TraceRequest request, CancellationToken cancellation)
    {
        try
        {
            return Tracer.Run(study, cell, request, cancellation);
        }
        catch (ArgumentException e)
        {
            throw new UserException(e.Message);
        }
    }

    private static void Write(Trace trace, string directory)
    {
        if (File.Exists(Path.Combine(directory, "manifest.json")))
        {
            throw new UserException($"-o {directory}: this folder holds the results of a study; give a trace a folder of its own");
        }

        Directory.CreateDirectory(directory);
        RowFile.WriteTo(directory, trace.Events);
        Say(directory, EventRow.FileName, $"{trace.Events.Count} events");
        foreach (var diagram in trace.Diagrams)
        {
            var name = $"sequence-{diagram.Name}.svg";
            Replace(Path.Combine(directory, name), System.Text.Encoding.UTF8.GetBytes(SequenceSvg.Draw(diagram)));
            Say(directory, name, diagram.Title);
        }

        foreach (var (node, octets) in trace.Captures)
        {
            var name = $"{node.Replace(' ', '-')}.pcapng";
            Replace(Path.Combine(directory, name), octets);
            Say(directory, name, $"what a capture at {node} would show");
        }

        if (trace.IsCut)
        {
            Console.Error.WriteLine($"Cut off after {trace.Events.Count} events; --limit sets another number.");
        }
    }

    private static void Replace(string path, byte[] octets)
    {
        File.WriteAllBytes(path + ".tmp", octets);
        File.Move(path + ".tmp", path, overwrite: true);
    }

    private static void Say(string directory, string name, string what) => Console.WriteLine($"{Path.Combine(directory, name)}: {what}");
}
