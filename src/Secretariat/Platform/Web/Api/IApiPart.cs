namespace Secretariat.Platform.Web.Api;

/// <summary>A feature's resources in the API. Each states its rights; what states none is shut.</summary>
public interface IApiPart
{
    /// <param name="api">The group under <c>/api/v1</c>.</param>
    void Map(RouteGroupBuilder api);
}
