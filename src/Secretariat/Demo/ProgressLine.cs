namespace Secretariat.Demo;

/// <summary>One line that overwrites itself on a terminal; silent when the output goes into a file.</summary>
public sealed class ProgressLine : IDisposable
{
    private int _width;

    public void Show(string text)
    {
        if (Console.IsOutputRedirected) return;
        if (text.Length > 100) text = text[..100];
        Console.Write("\r" + text.PadRight(_width));
        _width = text.Length;
    }

    public void Dispose()
    {
        if (_width > 0) Console.Write("\r" + new string(' ', _width) + "\r");
        _width = 0;
    }
}
