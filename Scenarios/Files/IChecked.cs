namespace M2mVsIoTSim.Scenarios.Files;

/// <summary>A record that checks what its single properties cannot know.</summary>
public interface IChecked
{
    /// <summary>Everything wrong with it; called once all its properties are read and fit.</summary>
    /// <returns>The C# name of the property to point at, or no text for the whole record, and what is wrong.</returns>
    IEnumerable<(string Property, string Problem)> Check();
}
