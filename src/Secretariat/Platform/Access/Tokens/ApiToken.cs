using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Platform.Data;

namespace Secretariat.Platform.Access.Tokens;

/// <summary>A program's key to the API: a name, a role, and the hash of a secret that is shown once.</summary>
public sealed class ApiToken : Record
{
    private const string Prefix = "sec_";

    private ApiToken() { }

    public string Name { get; private set; } = "";
    public Role Role { get; private set; }
    public DateTimeOffset At { get; private set; }
    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>SHA-256 is enough here: the secret is 256 random bits, which nobody can try in turn.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>A new token and its secret, which is nowhere else.</summary>
    public static (ApiToken Token, string Secret) Make(string name, Role role, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(name)) throw new RuleBroken("A token needs a name: which program is it for?", "Name");
        if (name.Trim().Length > 100) throw new RuleBroken("A token’s name has at most 100 letters.", "Name");
        var secret = Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        return (new ApiToken { Name = name.Trim(), Role = role, At = now, Hash = HashOf(secret) }, secret);
    }

    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    public void Revoke(DateTimeOffset now) => RevokedAt ??= now;
}

public sealed class ApiTokenMap : IEntityTypeConfiguration<ApiToken>
{
    public void Configure(EntityTypeBuilder<ApiToken> token)
    {
        token.ToTable("api_token");
        token.Property(t => t.Name).HasMaxLength(100);
        token.Property(t => t.Hash).HasMaxLength(64);
        token.HasIndex(t => t.Hash).IsUnique();
        token.HasIndex(t => t.Name);
    }
}
