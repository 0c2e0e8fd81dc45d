namespace M2mVsIoTSim.Analysis.Figures;

/// <summary>There is no font to write titles and labels with; the message says how to get one.</summary>
public sealed class FontMissingException(string message) : Exception(message);
