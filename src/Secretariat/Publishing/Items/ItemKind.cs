namespace Secretariat.Publishing.Items;

/// <summary>What an item says of itself. Only a statement speaks for members, and so only a statement needs their agreement.</summary>
public enum ItemKind { Success, Information, Announcement, Statement }

public static class ItemKinds
{
    /// <summary>Those that staff may choose; a statement is made in a round of the members, never here.</summary>
    public static readonly IReadOnlyList<ItemKind> Choosable = [ItemKind.Success, ItemKind.Information, ItemKind.Announcement];

    public static string Words(this ItemKind kind) => kind switch
    {
        ItemKind.Success => "Success",
        ItemKind.Information => "Information",
        ItemKind.Announcement => "Announcement",
        _ => "Statement",
    };

    public static string Means(this ItemKind kind) => kind switch
    {
        ItemKind.Success => "something a member did that worked",
        ItemKind.Information => "facts that members can use",
        ItemKind.Announcement => "something that will happen or can be joined",
        _ => "what members want or think of policy: it needs their agreement",
    };
}
