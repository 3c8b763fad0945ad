using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.TagHelpers;

namespace Secretariat.Platform.Web;

/// <summary>Forms in the rooms Public and Link carry no token, whose cookie would keep their page out of the cache.</summary>
public sealed class AnonymousForms : ITagHelperInitializer<FormTagHelper>
{
    public void Initialize(FormTagHelper helper, ViewContext context)
    {
        if (context.ActionDescriptor is PageActionDescriptor page && RoomConvention.RoomOf(page.ViewEnginePath) is "Public" or "Link") helper.Antiforgery = false;
    }
}
