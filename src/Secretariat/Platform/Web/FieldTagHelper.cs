using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Secretariat.Platform.Web;

/// <summary>
/// <c>&lt;field for="Input.Email" label="E-mail" hint="…"&gt;</c>: label, hint, input and fault as one, tied together for screen
/// readers. What was typed is shown again, whether or not it could be read.
/// </summary>
[HtmlTargetElement("field", Attributes = "for")]
public sealed class FieldTagHelper(IHtmlGenerator html) : TagHelper
{
    public ModelExpression For { get; set; } = null!;
    public string Label { get; set; } = "";
    public string? Hint { get; set; }

    /// <summary>"text" (the default), "date", "email" and the like, or "area" for many lines.</summary>
    public string Type { get; set; } = "text";

    /// <summary>How many lines an area shows at first; the look's own when it is not said.</summary>
    public int Rows { get; set; }

    /// <summary>With these it is a choice.</summary>
    public IEnumerable<SelectListItem>? Options { get; set; }

    public string? Autocomplete { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var (name, id) = (For.Name, TagBuilder.CreateSanitizedId(For.Name, "_"));
        var faults = ViewContext.ModelState.TryGetValue(name, out var state) ? state.Errors : null;
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "field");
        var label = new TagBuilder("label") { Attributes = { ["for"] = id } };
        label.InnerHtml.Append(Label);
        output.Content.AppendHtml(label);
        if (Hint is not null) output.Content.AppendHtml(Note("span", $"{id}-hint", "hint", Hint));
        var input = Input(name, id, state?.AttemptedValue ?? Written(For.Model));
        if (faults?.Count > 0)
        {
            input.AddCssClass("input-validation-error");
            input.Attributes["aria-invalid"] = "true";
        }
        var described = string.Join(' ', new[] { Hint is null ? null : $"{id}-hint", faults?.Count > 0 ? $"{id}-fault" : null }.OfType<string>());
        if (described.Length > 0) input.Attributes["aria-describedby"] = described;
        output.Content.AppendHtml(input);
        if (faults?.Count > 0) output.Content.AppendHtml(Note("span", $"{id}-fault", "field-validation-error", string.Join(" ", faults.Select(f => f.ErrorMessage))));
    }

    private TagBuilder Input(string name, string id, string value)
    {
        if (Options is not null)
            return html.GenerateSelect(ViewContext, null, null, name, Options.Select(o => new SelectListItem(o.Text, o.Value, o.Value == value)), [value], false, new { id });
        var input = new TagBuilder(Type == "area" ? "textarea" : "input") { Attributes = { ["name"] = name, ["id"] = id } };
        if (Type == "area")
        {
            if (Rows > 0) input.Attributes["rows"] = Rows.ToString(System.Globalization.CultureInfo.InvariantCulture);
            input.InnerHtml.Append("\n" + value);
        }
        else
        {
            input.TagRenderMode = TagRenderMode.SelfClosing;
            input.Attributes["type"] = Type;
            input.Attributes["value"] = value;
            input.Attributes["autocomplete"] = Autocomplete ?? "off";
        }
        return input;
    }

    private static TagBuilder Note(string tag, string id, string css, string text)
    {
        var note = new TagBuilder(tag) { Attributes = { ["id"] = id, ["class"] = css } };
        note.InnerHtml.Append(text);
        return note;
    }

    private static string Written(object? value) => value switch
    {
        DateOnly day => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        _ => value?.ToString() ?? "",
    };
}
