using System.Collections.Concurrent;

namespace Secretariat.Tests.Given;

/// <summary>Hears every command that one program sends to its database.</summary>
public sealed class CountedCommands : ILoggerProvider, ILogger
{
    private const int CommandExecuted = 20101;

    public ConcurrentQueue<string> Texts { get; } = [];
    public int Count => Texts.Count;

    public void Listen(WebApplicationBuilder host) =>
        host.Logging.ClearProviders().AddProvider(this).AddFilter("Microsoft.EntityFrameworkCore.Database.Command", LogLevel.Information);

    public void Clear() => Texts.Clear();
    public ILogger CreateLogger(string categoryName) => this;
    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;
    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (eventId.Id == CommandExecuted) Texts.Enqueue(formatter(state, exception));
    }

    public void Dispose() { }
}
