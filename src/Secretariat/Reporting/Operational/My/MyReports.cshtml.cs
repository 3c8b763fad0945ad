using Microsoft.AspNetCore.Mvc.RazorPages;
using Secretariat.Platform.Access;

namespace Secretariat.Reporting.Operational.My;

public sealed class MyReportsModel(ReadableReports readable) : PageModel
{
    public IReadOnlyList<OperationalReport> Reports { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Reports = await readable.All(User.PersonId()!.Value, User.IsInRole(nameof(Role.Board)), ct);
}
