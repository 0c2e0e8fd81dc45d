namespace M2mVsIoTSim.Tests.Analysis;

public sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("m2miot-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
