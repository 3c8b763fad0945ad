namespace Secretariat.Platform.Access;

/// <summary>The right that one page under <c>/my</c> asks for, in place of the room's.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RightAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}
