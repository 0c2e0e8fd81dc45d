namespace M2mVsIoTSim.Analysis.Reports;

/// <summary>The style sheet of the report: narrow and wide screens, light and dark, and paper.</summary>
internal static class ReportStyle
{
    public const string Css = """
        :root { color-scheme: light dark; --ink: #1c1c1e; --soft: #5c5f66; --paper: #ffffff; --line: #d5d8dd; --tint: #f3f5f8;
          --warn: #8a4b00; --warn-tint: #fff4e0; --link: #0059a8; }
        @media (prefers-color-scheme: dark) { :root { --ink: #e8e8ea; --soft: #a9adb5; --paper: #17181b; --line: #3a3d43; --tint: #212328;
          --warn: #ffcf8a; --warn-tint: #33270f; --link: #7db8f0; } }
        * { box-sizing: border-box; }
        body { margin: 0 auto; padding: 1rem; max-width: 64rem; background: var(--paper); color: var(--ink);
          font: 1rem/1.55 system-ui, "Segoe UI", "DejaVu Sans", Verdana, sans-serif; overflow-wrap: break-word; }
        h1 { font-size: 1.6rem; line-height: 1.25; } h2 { font-size: 1.35rem; margin-top: 3rem; border-top: 1px solid var(--line); padding-top: 1.5rem; }
        h3 { font-size: 1.1rem; margin-top: 2rem; }
        a { color: var(--link); } .soft { color: var(--soft); font-size: .9rem; }
        .question { font-size: 1.15rem; font-weight: 600; }
        .lead { margin-bottom: .25rem; }
        .warn { background: var(--warn-tint); color: var(--warn); border-left: 4px solid currentColor; padding: .6rem .9rem; margin: 1rem 0; }
        .warn ul { margin: 0; padding-left: 1.1rem; }
        .scroll { overflow-x: auto; scrollbar-width: auto; }
        .scroll::-webkit-scrollbar { height: 12px; background: var(--tint); } .scroll::-webkit-scrollbar-thumb { background: var(--soft); border-radius: 6px; }
        table { border-collapse: collapse; font-size: .9rem; width: 100%; }
        th, td { text-align: left; vertical-align: top; padding: .35rem .6rem; border-bottom: 1px solid var(--line); }
        .values td { white-space: nowrap; font-variant-numeric: tabular-nums; }
        th { background: var(--tint); } .point th { background: none; padding-top: .9rem; }
        .values td:first-child { white-space: normal; min-width: 8rem; }
        figure { margin: 1.5rem 0; } figure img { display: block; width: 100%; height: auto; background: #ffffff; border-radius: 4px; }
        figure .back { display: none; }
        figure:target { position: fixed; inset: 0; z-index: 1; margin: 0; padding: 1rem; overflow: auto; background: var(--paper); }
        figure:target img { width: max(100%, 80rem); } figure:target .back { display: block; position: sticky; left: 0; padding: .6rem 0; }
        figcaption { color: var(--soft); font-size: .9rem; margin-top: .4rem; }
        dt { font-weight: 600; } dd { margin: 0 0 .4rem 1rem; }
        .cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 16rem), 1fr)); gap: .8rem; }
        .card { border: 1px solid var(--line); border-radius: 6px; padding: .6rem .9rem; margin: .8rem 0; break-inside: avoid; }
        .cards .card { margin: 0; } .card h4 { margin: 0 0 .3rem; } .card p { margin: .3rem 0; } .card ul { margin: .3rem 0; padding-left: 1.2rem; }
        .card dl { margin: .4rem 0; } .card dt { font-weight: 400; color: var(--soft); font-size: .85rem; } .card dd { margin: 0 0 .2rem; font-variant-numeric: tabular-nums; }
        details { margin: 1rem 0; } summary { cursor: pointer; }
        pre { overflow-x: auto; background: var(--tint); padding: .8rem; font-size: .85rem; }
        code { font-size: .9em; }
        @media print { body { max-width: none; font-size: 10pt; } figure, tr { break-inside: avoid; }
          h2 { break-before: page; } .values td { white-space: normal; } .scroll { overflow: visible; } }
        """;
}
