using System.CommandLine;
using System.Globalization;
using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Scenarios.Running;

namespace M2mVsIoTSim.Cli.Commands;

/// <summary><c>m2miot capacity</c>: the largest fleet for which each architecture of a comparison meets what is required.</summary>
internal static class CapacityCommand
{
    private const double Confidence = 0.95;

    public static Command Create()
    {
        var file = Inputs.File();
        var names = Inputs.Names();
        var settings = Inputs.Settings();
        var fleet = new Option<string?>("--fleet")
        {
            Description = "The number that is sought, where several are swept: meter.count.",
            HelpName = "FACTOR",
        };
        var resolution = new Option<double>("--resolution")
        {
            Description = "Stop when the limit is known to this share: 2%.",
            HelpName = "PERCENT",
            DefaultValueFactory = _ => 2,
            CustomParser = result =>
            {
                if (
                    double.TryParse(
                        result.Tokens[0].Value.TrimEnd('%').Trim(),
                        NumberStyles.Float,
                        CultureInfo.InvariantCulture,
                        out var percent
                    ) && percent is >= 0.01 and <= 100
                )
                {
                    return percent;
                }

                result.AddError($"--resolution {result.Tokens[0].Value}: expected a share between 0.01 % and 100 %, such as 2%");
                return 0;
            },
        };
        var replications = new Option<int?>("-r", "--replications") { Description = "Replications of each search.", HelpName = "N" };
        var jobs = new Option<int>("-j", "--jobs")
        {
            Description = "Runs at a time; all cores if not given.",
            HelpName = "JOBS",
            DefaultValueFactory = _ => Environment.ProcessorCount,
        };
        var command = new Command("capacity", "Finds the largest fleet for which each architecture meets what its relations require.")
        {
            file,
            names,
            fleet,
            resolution,
            replications,
            jobs,
            settings,
        };
        command.SetLongAction(
            (parsed, cancellation) =>
            {
                var path = parsed.GetValue(file)!;
                var request = new RunRequest
                {
                    Comparisons = parsed.GetValue(names)!,
                    Replications = parsed.GetValue(replications),
                    Settings = Inputs.Parse(parsed.GetValue(settings)!),
                };
                return Search(
                    path,
                    request,
                    parsed.GetValue(fleet),
                    parsed.GetValue(resolution) / 100,
                    parsed.GetValue(jobs),
                    cancellation
                );
            }
        );
        return command;
    }

    private static int Search(string path, RunRequest request, string? fleet, double resolution, int jobs, CancellationToken cancellation)
    {
        if (jobs < 1)
        {
            throw new UserException($"--jobs {jobs}: expected at least 1");
        }

        CapacitySearch search;
        try
        {
            search = new CapacitySearch(one => Inputs.Load(path, one), request, fleet) { Progress = Tell };
        }
        catch (ArgumentException e)
        {
            throw new UserException(e.Message.Split(" (Parameter")[0]);
        }

        var capacities = search.Run(resolution, jobs, cancellation);
        Console.WriteLine(
            $"{search.Comparison}: largest {search.Fleet} between {search.Low} and {search.High} that meets what is required, to {Readable.Percent(resolution)}, mean of the replications ± {Readable.Percent(Confidence)} interval"
        );
        Console.WriteLine($"  judged: {string.Join("; ", search.Judged)}");
        if (search.NotJudged.Count > 0)
        {
            Console.WriteLine($"  not judged, though required: {string.Join("; ", search.NotJudged)}");
        }

        var width = capacities.Max(capacity => Name(capacity).Length);
        foreach (var capacity in capacities)
        {
            Console.WriteLine($"  {Name(capacity).PadRight(width)}  {Text(capacity, search)}");
        }

        return capacities.Any(capacity => capacity.Limits.Count > 0) ? ExitCode.Done : ExitCode.Failed;
    }

    private static string Name(Capacity capacity) =>
        capacity.Point.Length == 0 ? capacity.Architecture : $"{capacity.Architecture} {capacity.Point}";

    private static string Text(Capacity capacity, CapacitySearch search)
    {
        var why = string.Join("; ", capacity.Infeasible);
        return capacity.Limits.Count == 0 ? $"infeasible: {why}"
            : why.Length == 0 ? Found(capacity, search)
            : $"{Found(capacity, search)}; some fleets are infeasible, and fail: {why}";
    }

    private static string Found(Capacity capacity, CapacitySearch search)
    {
        var count = capacity.Limits.Count;
        if (capacity.Largest(Confidence) is { } largest)
        {
            var half = largest.HalfWidth is { } value ? $" ± {value.ToString("F0", CultureInfo.InvariantCulture)}" : "";
            var ends = $"{capacity.Limits.Min(limit => limit.Passes)} to {capacity.Limits.Max(limit => limit.Passes)}";
            return $"{largest.Mean.ToString("F0", CultureInfo.InvariantCulture)}{half}  ({count} replications: {ends})";
        }

        return capacity.Below == count ? $"none: even {search.Low} fail"
            : capacity.Beyond == count ? $"at least {search.High}: raise the largest value of the sweep"
            : $"no mean: of {count} replications {capacity.Below} fail at {search.Low} and {capacity.Beyond} pass at {search.High}; the others {string.Join(", ", capacity.Limits.Where(limit => limit.IsFound).Select(limit => limit.Passes))}";
    }

    private static void Tell(string architecture, string point, long fleet, int replication, bool passes) =>
        Console.Error.WriteLine($"{architecture} {point} replication {replication}: {fleet} {(passes ? "pass" : "fail")}");
}
