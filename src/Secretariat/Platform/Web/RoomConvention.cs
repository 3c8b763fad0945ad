using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Secretariat.Platform.Access;

namespace Secretariat.Platform.Web;

/// <summary>
/// The room is the right: a page in a folder Desk is for staff, My for member people, Public and Link for everybody.
/// A page in no room keeps the fallback policy, which is shut.
/// </summary>
public sealed class RoomConvention : IPageRouteModelConvention, IPageApplicationModelConvention
{
    public static readonly string[] Rooms = ["Desk", "My", "Public", "Link"];

    public static string? RoomOf(string viewEnginePath) => viewEnginePath.Split('/').LastOrDefault(s => Rooms.Contains(s));

    public void Apply(PageRouteModel model)
    {
        // With the project's root as the pages' root, a page without an address would be found under its folder's name.
        if (model.Selectors.Count == 0) return;
        foreach (var selector in model.Selectors.Where(s => s.AttributeRouteModel?.Template is not { } t || t.StartsWith(model.ViewEnginePath.TrimStart('/'), StringComparison.Ordinal)).ToList())
            if (model.Selectors.Count > 1) model.Selectors.Remove(selector);
    }

    public void Apply(PageApplicationModel model)
    {
        object? meta = RoomOf(model.ViewEnginePath) switch
        {
            "Desk" => new AuthorizeAttribute(Rights.UseDesk),
            // Who is no member has one page of theirs under /my and no other.
            "My" => new AuthorizeAttribute(model.HandlerTypeAttributes.OfType<RightAttribute>().FirstOrDefault()?.Name ?? Rights.UseMy),
            "Public" or "Link" => new AllowAnonymousAttribute(),
            _ => null,
        };
        if (meta is not null) model.EndpointMetadata.Add(meta);
        // Anonymous forms are known by where they come from (SameOrigin): a page with a token could not be cached.
        if (meta is not AllowAnonymousAttribute) return;
        model.Filters.Add(new IgnoreAntiforgeryTokenAttribute());
        // Nobody knows who sends it: enough for a long letter, not for filling the memory.
        model.EndpointMetadata.Add(new RequestSizeLimitAttribute(256 * 1024));
    }
}
