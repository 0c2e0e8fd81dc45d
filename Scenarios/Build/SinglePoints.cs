namespace M2mVsIoTSim.Scenarios.Build;

/// <summary>Single points of failure: equipment whose failure alone cuts off a producer from a consumer.</summary>
/// <remarks>
/// They are the cut vertices of the graph of nodes and equipment on the ways of all relations, leaves apart. A relation has one way, and along
/// it sessions and technologies stand in series, so every member of a tier in between and every piece of equipment is one, unless its
/// technology knows another way (a device that reaches several gateways). What serves one member of a party only is a leaf.
/// </remarks>
public static class SinglePoints
{
    /// <summary>How many there are [1].</summary>
    public static int Count(Plan plan, IEnumerable<Equipment> equipment)
    {
        var between = plan.Routes.SelectMany(route => route.Steps.Skip(1)).Select(step => step.From).Distinct();
        return between.Sum(tier => tier.Count) + equipment.Where(one => one.IsOnWay).Sum(Of);
    }

    private static int Of(Equipment equipment) =>
        equipment
            .Installation.Components.Where(component => !component.IsPerNode || equipment.Tier.Party is null)
            .Sum(component => component.Indispensable);
}
