using Secretariat.Platform.Web;

namespace Secretariat.Publishing.Newsletters.Public;

/// <summary>How many may ask for the newsletter. Its own, so that whoever fills this form locks nobody out of signing in.</summary>
public sealed class SignUpLimits() : FormLimits(fromOne: 10, fromAll: 300);
