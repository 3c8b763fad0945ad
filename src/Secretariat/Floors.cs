using Secretariat.Agreements;
using Secretariat.Demo;
using Secretariat.Enquiries;
using Secretariat.Events;
using Secretariat.Funding;
using Secretariat.Influence;
using Secretariat.Knowledge;
using Secretariat.Members;
using Secretariat.Planning;
using Secretariat.Platform;
using Secretariat.Publishing;
using Secretariat.Reporting;

namespace Secretariat;

/// <summary>The table of contents: the floors of the house, from the ground up. A floor uses only those above this line's earlier ones.</summary>
public static class Floors
{
    public static WebApplicationBuilder AddFloors(this WebApplicationBuilder builder, Settings settings)
    {
        builder.AddPlatform(settings);
        builder.Services.AddMembers();
        builder.Services.AddAgreements();
        builder.Services.AddPlanning();
        builder.Services.AddFunding();
        builder.Services.AddPublishing();
        builder.Services.AddEvents();
        builder.Services.AddEnquiries();
        builder.Services.AddInfluence();
        builder.Services.AddKnowledge();
        builder.Services.AddReporting();
        builder.Services.AddDemo(settings);
        return builder;
    }

    public static WebApplication MapFloors(this WebApplication app)
    {
        app.MapPlatform();
        app.MapMembers();
        app.MapPublishing();
        app.MapEvents();
        app.MapDemo();
        return app;
    }
}
