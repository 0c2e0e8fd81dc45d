namespace M2mVsIoTSim.Scenarios.Files;

/// <summary>A record that checks what its single properties cannot know.</summary>
public interface IChecked
{
    /// <summary>Everything wrong with it; called once its properties are read.</summary>
    /// <returns>
    /// The C# name of the property to point at, or no text for the whole record; what is wrong; and the properties from which that follows: where one
    /// of them could not be read, it is not told.
    /// </returns>
    IEnumerable<(string Property, string Problem, string[] Of)> Check();
}
