using System.Diagnostics.Metrics;
using System.Net;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Secretariat.Platform.Access;

namespace Secretariat.Platform.Watching;

/// <summary><c>/healthz</c> (is it alive), <c>/readyz</c> (database, mail, disk), <c>/metrics</c>; traces when somebody collects them.</summary>
public static class WatchingSetup
{
    private const string MayWatch = "MayWatch";

    public static void AddWatching(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<MailReady>();
        services.AddHealthChecks().AddCheck<DatabaseReady>("database").AddCheck<MailReady>("mail").AddCheck<DiskReady>("disk");
        services.AddAuthorizationBuilder().AddPolicy(MayWatch, policy => policy.RequireAssertion(context =>
            context.User.IsInRole(nameof(Role.Admin)) || (context.Resource is HttpContext http && FromThisMachine(http))));
        var telemetry = services.AddOpenTelemetry()
            .WithMetrics(metrics => metrics.AddAspNetCoreInstrumentation().AddMeter("System.Runtime", "Npgsql", "Secretariat").AddView(Few).AddPrometheusExporter());
        if (builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is not { Length: > 0 }) return;
        telemetry.WithMetrics(metrics => metrics.AddOtlpExporter()).WithTracing(traces => traces.AddAspNetCoreInstrumentation().AddOtlpExporter());
    }

    public static void MapWatching(this WebApplication app)
    {
        app.MapHealthChecks("/healthz", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/readyz", new HealthCheckOptions { ResponseWriter = Write }).AllowAnonymous();
        app.MapPrometheusScrapingEndpoint("/metrics").RequireAuthorization(MayWatch);
    }

    // Room for 2,000 combinations of labels is set aside for each measure; the runtime's twenty measures have a handful.
    private static MetricStreamConfiguration? Few(Instrument measure) => measure.Meter.Name == "System.Runtime" ? new() { CardinalityLimit = 100 } : null;

    /// <summary>A collector beside the program. What came through a proxy on this machine is not from this machine.</summary>
    private static bool FromThisMachine(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } from && IPAddress.IsLoopback(from)
        && !http.Request.Headers.Keys.Any(h => h.StartsWith("X-Forwarded", StringComparison.OrdinalIgnoreCase) || h.Equals("Forwarded", StringComparison.OrdinalIgnoreCase)
            || h.StartsWith("X-Original", StringComparison.OrdinalIgnoreCase) || h.Equals("X-Real-IP", StringComparison.OrdinalIgnoreCase) || h.Equals("Via", StringComparison.OrdinalIgnoreCase));

    private static Task Write(HttpContext http, HealthReport report)
    {
        http.Response.ContentType = "text/plain; charset=utf-8";
        var lines = report.Entries.Select(e => $"{e.Key}: {Word(e.Value.Status)}{(e.Value.Description is { } why ? $", {why}" : "")}");
        return http.Response.WriteAsync(string.Join('\n', lines.Prepend(Word(report.Status))) + "\n");
    }

    private static string Word(HealthStatus status) => status switch { HealthStatus.Healthy => "ok", HealthStatus.Degraded => "degraded", _ => "not ready" };
}
