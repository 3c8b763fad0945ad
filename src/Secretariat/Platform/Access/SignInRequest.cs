using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Platform.Access;

/// <summary>
/// Somebody asked for a sign-in letter. The row is written whether or not the address is known, so that neither the answer nor
/// its time tells. All its times are the machine's: the network's clock may be moved. It is deleted after a day.
/// </summary>
public sealed class SignInRequest : INotAudited, IHoldsPersonalData
{
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(60);
    public const int GuessesOfOneLetter = 5;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Hash of what the asking browser holds: the code works in that browser only.</summary>
    public required byte[] Browser { get; init; }

    /// <summary>Hash of the address, to count how often it was asked for.</summary>
    public required byte[] Address { get; init; }

    /// <summary>Whose address it is; null when nobody's.</summary>
    public Guid? Person { get; init; }

    public string ReturnTo { get; init; } = "";
    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>When its letter was put into the ledger.</summary>
    public DateTimeOffset? PostedAt { get; set; }

    /// <summary>Hash of the token in the link, once the letter is written.</summary>
    public byte[]? Link { get; set; }

    /// <summary>Hash of the code, sealed with a key that is not in the database: a million codes are soon tried against a bare hash.</summary>
    public string? Code { get; set; }

    public DateTimeOffset? ExpiresAt { get; set; }
    public int Guesses { get; set; }
    public DateTimeOffset? UsedAt { get; set; }

    public static string NewSecret() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));

    public static string NewCode() => RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", System.Globalization.CultureInfo.InvariantCulture);

    public static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    public byte[] HashOfCode(string code) => Hash($"{Id:N} {code}");
}

public sealed class SignInRequestMap : IEntityTypeConfiguration<SignInRequest>
{
    public void Configure(EntityTypeBuilder<SignInRequest> request)
    {
        request.ToTable("sign_in_request");
        request.Property(r => r.Id).ValueGeneratedNever();
        request.Property(r => r.ReturnTo).HasMaxLength(500);
        request.HasIndex(r => r.Browser);
        request.HasIndex(r => new { r.Address, r.AskedAt });
        request.HasIndex(r => r.Link);
        request.HasIndex(r => r.AskedAt);
    }
}
