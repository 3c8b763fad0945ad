using QRCoder;

namespace Secretariat.Events.Conference;

/// <summary>The picture of a ticket's code: the address at which staff check it in. Whoever is not signed in sees only the door to sign in.</summary>
public static class Qr
{
    private const int PixelsPerModule = 6;

    public static string Address(Uri site, Ticket ticket) => new Uri(site, $"/desk/events/{ticket.Event}/check-in?q={ticket.Code}").AbsoluteUri;

    public static byte[] Png(Uri site, Ticket ticket)
    {
        using var code = QRCodeGenerator.GenerateQrCode(Address(site, ticket), QRCodeGenerator.ECCLevel.M);
        return new PngByteQRCode(code).GetGraphic(PixelsPerModule);
    }
}
