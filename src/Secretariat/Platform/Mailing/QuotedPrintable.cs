using System.Buffers;
using System.Text;

namespace Secretariat.Platform.Mailing;

/// <summary>
/// Quoted-printable (RFC 2045) in pieces: every piece starts at the beginning of a line, so that the fixed parts of a letter are
/// encoded once and a letter only encodes what fills its holes.
/// </summary>
public static class QuotedPrintable
{
    private const int LineLimit = 75;
    private static ReadOnlySpan<byte> Hex => "0123456789ABCDEF"u8;

    /// <summary>Writes <paramref name="text"/> and leaves the pen at the beginning of a line again.</summary>
    public static void Write(ReadOnlySpan<char> text, IBufferWriter<byte> to)
    {
        if (text.IsEmpty) return;
        var utf8 = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        var length = Encoding.UTF8.GetBytes(text, utf8);
        Encode(utf8.AsSpan(0, length), to);
        ArrayPool<byte>.Shared.Return(utf8);
    }

    private static void Encode(ReadOnlySpan<byte> text, IBufferWriter<byte> to)
    {
        var column = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var b = text[i];
            if (b == '\r' && i + 1 < text.Length && text[i + 1] == '\n') continue;
            if (b == '\n')
            {
                to.Write("\r\n"u8);
                column = 0;
                continue;
            }
            var plain = IsPlain(text, i, column);
            if (column + (plain ? 1 : 3) > LineLimit)
            {
                to.Write("=\r\n"u8);
                column = 0;
                plain = IsPlain(text, i, column);
            }
            column += plain ? Put(b, to) : PutCode(b, to);
        }
        if (column > 0) to.Write("=\r\n"u8);
    }

    /// <summary>
    /// A space stays only between two printable characters of one line, and "." or "F" at the start of a line are coded: no relay
    /// then trims, folds or stuffs anything, and the simple and the relaxed body of DKIM are the same bytes.
    /// </summary>
    private static bool IsPlain(ReadOnlySpan<byte> text, int i, int column) => text[i] switch
    {
        (byte)'=' => false,
        (byte)' ' => column is > 0 and < LineLimit && i + 1 < text.Length && text[i + 1] is > 32 and < 127,
        (byte)'.' or (byte)'F' => column > 0,
        > 32 and < 127 => true,
        _ => false,
    };

    private static int Put(byte b, IBufferWriter<byte> to)
    {
        to.GetSpan(1)[0] = b;
        to.Advance(1);
        return 1;
    }

    private static int PutCode(byte b, IBufferWriter<byte> to)
    {
        var span = to.GetSpan(3);
        span[0] = (byte)'=';
        span[1] = Hex[b >> 4];
        span[2] = Hex[b & 15];
        to.Advance(3);
        return 3;
    }
}
