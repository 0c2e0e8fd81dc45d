namespace M2mVsIoTSim.Scenarios.Files;

/// <summary>Marks the property that names another record of the kind, from which everything is taken that is not written.</summary>
/// <remarks><see cref="TreeMerge"/> does it before the record is read; <see cref="SchemaWriter"/> lets such a record leave out what is required.</remarks>
[AttributeUsage(AttributeTargets.Property)]
public sealed class InheritsAttribute : Attribute;
