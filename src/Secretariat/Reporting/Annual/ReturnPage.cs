using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Members.People;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Reporting.Annual;

/// <summary>Giving a member's figures, by the signed link or signed in: the same page and the same verb.</summary>
public abstract partial class ReturnPage(Db db, CollectFigures collect, Sites sites, TimeProvider clock) : PageModel
{
    private Guid _person;

    [BindProperty] public ReturnInput Input { get; set; } = new();

    public sealed class ReturnInput
    {
        public Dictionary<string, FigureInput> Figures { get; set; } = [];
        public string? Story { get; set; }

        /// <summary>Which of the buttons it was.</summary>
        public ReturnPress Press { get; set; }
    }

    public sealed class FigureInput
    {
        /// <summary>As it was typed: "1,250".</summary>
        public string? Value { get; set; }

        public string? Note { get; set; }
    }

    public AnnualReport? Report { get; private set; }
    public Organisation Member { get; private set; } = null!;
    public MemberReturn? Given { get; private set; }
    public IReadOnlyList<Indicator> Indicators { get; private set; } = [];

    /// <summary>Whoever looks may sign it off; null when another does.</summary>
    public string? SignsAs { get; private set; }

    public bool IsOpen => Report?.IsOpen == true;

    protected async Task<bool> Load(Guid member, Guid person, Guid? report, CancellationToken ct)
    {
        var today = sites.Today(clock);
        if (!await AnswersForMember.May(db, member, person, today, ct)) return false;
        _person = person;
        Member = await db.Set<Organisation>().AsNoTracking().SingleAsync(o => o.Id == member, ct);
        Report = await db.Set<AnnualReport>().AsNoTracking().Where(r => report == null || r.Id == report).OrderByDescending(r => r.OpenedAt).FirstOrDefaultAsync(ct);
        if (Report is null) return true;
        Indicators = await db.Set<Indicator>().AsNoTracking().OrderBy(i => i.Place).ThenBy(i => i.Code).ToListAsync(ct);
        Given = await db.Set<MemberReturn>().AsNoTracking().SingleOrDefaultAsync(r => r.Report == Report.Id && r.Member == member, ct);
        SignsAs = await AnswersForMember.SignsAs(db, member, person, today, ct);
        if (HttpMethods.IsPost(Request.Method)) return true;
        Input.Story = Given?.Story;
        foreach (var indicator in Indicators)
            Input.Figures[indicator.Code] = Given?.Given.FirstOrDefault(f => f.Indicator == indicator.Code) is { } there ? new() { Value = there.Value?.ToString("N0", CultureInfo.InvariantCulture), Note = there.Note } : new();
        return true;
    }

    protected async Task<bool> Said(CancellationToken ct)
    {
        if (Report is not { } report) return false;
        List<AnnualFigure> figures = [];
        // Every fault at once: a form of figures is typed in one go.
        foreach (var indicator in Indicators)
        {
            var typed = Input.Figures.GetValueOrDefault(indicator.Code) ?? (Input.Figures[indicator.Code] = new());
            if (!TryRead(typed.Value, out var value)) ModelState.AddModelError($"Input.Figures[{indicator.Code}].Value", $"“{typed.Value}” is no whole number. Write it in figures, such as 1,250, in {indicator.Unit}; leave it empty when it is not known.");
            if (Input.Press != ReturnPress.Keep && value is not null && string.IsNullOrWhiteSpace(typed.Note)) ModelState.AddModelError($"Input.Figures[{indicator.Code}].Note", "Say where this figure comes from: a report, a date, who counted.");
            figures.Add(new(indicator.Code, value, typed.Note ?? ""));
        }
        if (!ModelState.IsValid) return false;
        var name = await db.Set<Person>().Where(p => p.Id == _person).Select(p => p.Name).SingleAsync(ct);
        if (!await this.Try(() => collect.Answer(report.Id, Member.Id, figures, Input.Story, Input.Press, new Actor(_person, name), clock.GetUtcNow(), ct)))
        {
            db.ChangeTracker.Clear();
            return false;
        }
        this.Say(Input.Press switch { ReturnPress.Keep => "Kept. Nobody else reads it until you send it in.", ReturnPress.SendIn => "Sent in. Now your Chair or chief executive signs it off.", _ => "Signed off. It stands in the report as it is." });
        return true;
    }

    /// <summary>"1,250", "1 250" and "1250" are one number; "1.5" and "about 40" are none.</summary>
    internal static bool TryRead(string? typed, out long? value)
    {
        value = null;
        if (string.IsNullOrWhiteSpace(typed)) return true;
        // A comma or a space parts thousands and nothing else: "12,5" is not 125.
        if (!Thousands().IsMatch(typed.Trim())) return false;
        var plain = typed.Trim().Replace(",", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).TrimStart('£');
        if (!long.TryParse(plain, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number > MemberReturn.MostValue) return false;
        value = number;
        return true;
    }

    [GeneratedRegex(@"^£?(\d{1,3}([, ]\d{3})+|\d+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Thousands();
}
