using System.Reflection;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Files;

/// <summary>A property of a record: a key and its value.</summary>
internal sealed class PropertyShape(PropertyInfo property)
{
    private const string RequiredMember = "System.Runtime.CompilerServices.RequiredMemberAttribute";

    public PropertyInfo Info => property;

    /// <summary>The C# name.</summary>
    public string Name => property.Name;

    /// <summary>The name in the file.</summary>
    public string Key { get; } = Names.Kebab(property.Name);

    // By name, because the plotting library brings a public type of the same name.
    public bool IsRequired { get; } = property.CustomAttributes.Any(attribute => attribute.AttributeType.FullName == RequiredMember);

    /// <summary>Whether it names another of the kind, from which everything is taken that is not written.</summary>
    public bool Inherits { get; } = property.GetCustomAttribute<InheritsAttribute>() is not null;

    /// <summary>Whether <c>null</c> is legal.</summary>
    public bool IsNullable { get; } =
        Nullable.GetUnderlyingType(property.PropertyType) is not null
        || new NullabilityInfoContext().Create(property).WriteState == NullabilityState.Nullable;

    /// <summary>Whether <c>auto</c> may be written for "left to the rule": options of models that are dimensioned when not given.</summary>
    public bool CanBeAutomatic =>
        Nullable.GetUnderlyingType(property.PropertyType) is not null && property.GetCustomAttribute<FigureAttribute>() is not null;

    // On demand, because records may contain records of their own type.
    public Shape Shape =>
        field ??= Shape.Of(
            property.PropertyType,
            property.GetCustomAttribute<UnitAttribute>(),
            property.GetCustomAttribute<NameOfAttribute>()?.Kind,
            property.GetCustomAttribute<AdviceAttribute>()?.Text
        );

    public object? Of(object owner) => property.GetValue(owner);

    public void Set(object owner, object? value) => property.SetValue(owner, value);
}
