namespace Secretariat.Publishing.Bulletins.Letter;

/// <summary>How a letter is shown on a page: as it was made, styles and all, and able to do nothing.</summary>
public static class LetterPolicy
{
    // Letters need inline styles, which no page of ours may have; the sandbox takes away script, forms and the origin.
    public const string Csp = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; base-uri 'none'; form-action 'none'; sandbox allow-popups allow-popups-to-escape-sandbox";
}
