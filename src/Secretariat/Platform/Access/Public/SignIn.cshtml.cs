using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Secretariat.Platform.Access.Public;

public sealed class SignInModel : PageModel;
