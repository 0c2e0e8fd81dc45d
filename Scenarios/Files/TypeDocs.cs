using System.Reflection;
using System.Xml;
using System.Xml.Linq;

namespace M2mVsIoTSim.Scenarios.Files;

/// <summary>Documentation comments of types and their members as plain text, from the XML file next to each assembly.</summary>
public sealed class TypeDocs
{
    private readonly Dictionary<Assembly, Dictionary<string, XElement>> _files = [];

    /// <summary>What the member is, or no text where nothing is said.</summary>
    /// <exception cref="FileNotFoundException">The assembly comes without documentation file.</exception>
    /// <exception cref="InvalidDataException">The documentation file is broken.</exception>
    public string Summary(MemberInfo member) => Part(member, "summary");

    /// <summary>What else there is to know about the member, or no text where nothing is said.</summary>
    /// <exception cref="FileNotFoundException">The assembly comes without documentation file.</exception>
    /// <exception cref="InvalidDataException">The documentation file is broken.</exception>
    public string Remarks(MemberInfo member) => Part(member, "remarks");

    private string Part(MemberInfo member, string part)
    {
        var assembly = member.Module.Assembly;
        if (!_files.TryGetValue(assembly, out var members))
        {
            _files[assembly] = members = Load(assembly);
        }

        var documentation = members.GetValueOrDefault(Id(member));
        return documentation?.Element(part) is { } element ? DocText.Plain(element)
            : documentation?.Element("inheritdoc") is not null && Overridden(member) is { } original ? Part(original, part)
            : "";
    }

    /// <summary>The property that another overrides; null for one that overrides none, and for other members.</summary>
    private static PropertyInfo? Overridden(MemberInfo member) =>
        (member as PropertyInfo)?.GetMethod?.GetBaseDefinition().DeclaringType is { } type && type != member.DeclaringType
            ? type.GetProperty(member.Name)
            : null;

    private static Dictionary<string, XElement> Load(Assembly assembly)
    {
        var path = Path.ChangeExtension(assembly.Location, ".xml");
        if (!File.Exists(path))
        {
            throw new FileNotFoundException(
                $"The documentation of {assembly.GetName().Name} is missing; the file '{path}' belongs next to the assembly.",
                path
            );
        }

        try
        {
            return XDocument
                .Load(path)
                .Descendants("member")
                .Where(member => member.Attribute("name") is not null)
                .ToDictionary(member => member.Attribute("name")!.Value, StringComparer.Ordinal);
        }
        catch (Exception exception) when (exception is XmlException or ArgumentException)
        {
            throw new InvalidDataException($"The documentation file '{path}' is broken: {exception.Message}", exception);
        }
    }

    private static string Id(MemberInfo member) =>
        member switch
        {
            Type type => $"T:{Name(type)}",
            PropertyInfo property => $"P:{Name(property.DeclaringType!)}.{property.Name}",
            FieldInfo field => $"F:{Name(field.DeclaringType!)}.{field.Name}",
            _ => throw new ArgumentException($"{member.MemberType} is not looked up; types, properties and fields are.", nameof(member)),
        };

    private static string Name(Type type) =>
        (type.IsConstructedGenericType ? type.GetGenericTypeDefinition() : type).FullName!.Replace('+', '.');
}
