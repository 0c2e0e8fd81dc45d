namespace M2mVsIoTSim;

/// <summary>A named model and the options that users may set.</summary>
/// <param name="Name">Name in the scenario.</param>
/// <param name="Model">The model's type; its documentation is what <c>explain</c> prints.</param>
/// <param name="Options">The options record; its defaults are the preset.</param>
/// <param name="Create">Makes the model from options of that type.</param>
public sealed record CatalogEntry<T>(string Name, Type Model, Type Options, Func<object, T> Create)
{
    /// <summary>An entry for a model and its options record.</summary>
    public static CatalogEntry<T> Of<TModel, TOptions>(string name, Func<TOptions, TModel> create)
        where TModel : T
        where TOptions : class, new() => new(name, typeof(TModel), typeof(TOptions), options => create((TOptions)options));
}
