namespace M2mVsIoTSim.Analysis.Data;

/// <summary>A result file cannot be read, or rows cannot be written; the message names the file, the row, the value and what is legal.</summary>
/// <param name="message">Place, thing, value and what would be legal.</param>
/// <param name="inner">The cause, if another exception told it.</param>
public sealed class ResultFormatException(string message, Exception? inner = null) : Exception(message, inner);
