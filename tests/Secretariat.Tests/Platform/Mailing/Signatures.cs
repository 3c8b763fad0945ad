using System.Security.Cryptography;
using System.Text;
using MimeKit;
using MimeKit.Cryptography;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Generators;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Pkcs;
using Org.BouncyCastle.Security;
using Secretariat.Platform.Mailing;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Platform.Mailing;

public sealed class Signatures
{
    private static readonly RSA Rsa = RSA.Create(2048);
    private static readonly Ed25519PrivateKeyParameters Ed = MakeEd();

    [Fact]
    public async Task Each_letter_is_signed_with_both_keys_and_another_program_agrees()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = new FakeMailServer();
        await using var network = await MailingExtensions.BeginWith(server, s => s with { Mail = s.Mail with { Keys = Keys() } });
        await network.Send("zoe@a.example", "sam@b.example");

        server.Taken.Count.ShouldBe(2);
        foreach (var letter in server.Taken.Select(l => l.Message))
        {
            var signatures = letter.Headers.Where(h => h.Id == HeaderId.DkimSignature).ToList();
            signatures.Count.ShouldBe(2);
            foreach (var signature in signatures)
            {
                (await Verifier().VerifyAsync(letter, signature, ct)).ShouldBeTrue(signature.Value);
                // RFC 8058 section 4: both must be covered, or a mailbox provider shows no button.
                signature.Value.ShouldContain("list-unsubscribe:list-unsubscribe-post");
            }
        }
    }

    [Theory]
    [InlineData("rom us", "rom me")]
    [InlineData("List-Unsubscribe=One-Click", "List-Unsubscribe=Two-Click")]
    [InlineData("Subject: News", "Subject: Olds")]
    public async Task One_changed_word_breaks_the_signature(string word, string changed)
    {
        await using var server = new FakeMailServer();
        await using var network = await MailingExtensions.BeginWith(server, s => s with { Mail = s.Mail with { Keys = Keys() } });
        await network.Send("sam@b.example");
        var source = Encoding.ASCII.GetString(server.Taken.Single().Source);
        source.ShouldContain(word);

        var forged = MimeMessage.Load(new MemoryStream(Encoding.ASCII.GetBytes(source.Replace(word, changed))), TestContext.Current.CancellationToken);

        foreach (var signature in forged.Headers.Where(h => h.Id == HeaderId.DkimSignature))
            (await Verifier().VerifyAsync(forged, signature, TestContext.Current.CancellationToken)).ShouldBeFalse();
    }

    private static DkimVerifier Verifier()
    {
        var verifier = new DkimVerifier(new Locator());
        verifier.Enable(DkimSignatureAlgorithm.Ed25519Sha256);
        return verifier;
    }

    private static IReadOnlyList<DkimKey> Keys() =>
    [
        DkimKey.FromPem("network.example", "rsa", Rsa.ExportPkcs8PrivateKeyPem()),
        DkimKey.FromPem("network.example", "ed", PemEncoding.WriteString("PRIVATE KEY", PrivateKeyInfoFactory.CreatePrivateKeyInfo(Ed).GetEncoded())),
    ];

    private static Ed25519PrivateKeyParameters MakeEd()
    {
        var generator = new Ed25519KeyPairGenerator();
        generator.Init(new Ed25519KeyGenerationParameters(new SecureRandom()));
        return (Ed25519PrivateKeyParameters)generator.GenerateKeyPair().Private;
    }

    private sealed class Locator : IDkimPublicKeyLocator
    {
        public AsymmetricKeyParameter LocatePublicKey(string methods, string domain, string selector, CancellationToken cancellationToken = default) =>
            selector == "ed" ? Ed.GeneratePublicKey() : PublicKeyFactory.CreateKey(Rsa.ExportSubjectPublicKeyInfo());

        public Task<AsymmetricKeyParameter> LocatePublicKeyAsync(string methods, string domain, string selector, CancellationToken cancellationToken = default) =>
            Task.FromResult(LocatePublicKey(methods, domain, selector, cancellationToken));
    }
}
