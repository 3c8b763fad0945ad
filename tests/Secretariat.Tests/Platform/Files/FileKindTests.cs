using System.IO.Compression;
using System.Text;
using Secretariat.Platform.Files;

namespace Secretariat.Tests.Platform.Files;

public class FileKindTests
{
    private static byte[] Zip(params (string Name, string Text)[] parts)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, text) in parts)
                using (var writer = new StreamWriter(zip.CreateEntry(name).Open())) writer.Write(text);
        return memory.ToArray();
    }

    [Fact]
    public void A_kind_is_told_by_content_alone()
    {
        FileKind.Of("%PDF-1.7"u8.ToArray())!.Extension.ShouldBe(".pdf");
        FileKind.Of([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a, 0])!.Extension.ShouldBe(".png");
        FileKind.Of([0xff, 0xd8, 0xff, 0xe0])!.Extension.ShouldBe(".jpg");
        FileKind.Of(Zip(("word/document.xml", "<w/>")))!.Extension.ShouldBe(".docx");
        FileKind.Of(Encoding.UTF8.GetBytes("Minutes of Tuesday\n1. Apologies"))!.Type.ShouldStartWith("text/plain");
    }

    [Fact]
    public void Programs_macros_plain_archives_and_half_files_are_not_taken()
    {
        FileKind.Of([0x4d, 0x5a, 0x90, 0]).ShouldBeNull();
        FileKind.Of(Zip(("word/document.xml", "<w/>"), ("word/vbaProject.bin", "x"))).ShouldBeNull();
        FileKind.Of(Zip(("anything.txt", "x"))).ShouldBeNull();
        FileKind.Of("PK\x03\x04 no archive after all"u8.ToArray()).ShouldBeNull();
        FileKind.Of([]).ShouldBeNull();
    }

    [Fact]
    public void An_open_document_is_known_by_what_it_says_first_and_a_table_by_its_name_when_it_is_text()
    {
        FileKind.Of(Zip(("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<o/>")))!.Extension.ShouldBe(".odt");
        FileKind.Of(Zip(("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("Basic/script.xml", "x"))).ShouldBeNull("it has macros");
        FileKind.Of("a,b\n1,2"u8.ToArray(), "figures.CSV")!.Type.ShouldStartWith("text/csv");
        FileKind.Of("%PDF-1.7"u8.ToArray(), "figures.csv")!.Extension.ShouldBe(".pdf", "a name makes no table of it");
    }

    [Fact]
    public void A_document_that_packs_a_program_is_harm_and_one_that_mentions_a_format_is_none()
    {
        Harm.In(Zip(("word/document.xml", "<w/>"), ("word/embeddings/tool.exe", "x"))).ShouldNotBeNull();
        Harm.In("%PDF-1.7 /JavaScriptNotes"u8.ToArray()).ShouldBeNull();
        Harm.In("An ordinary text."u8.ToArray()).ShouldBeNull();
    }

    [Fact]
    public void The_words_of_a_word_document_are_read_paragraph_by_paragraph()
        => WordsInFile.Of(Zip(("word/document.xml", "<w:d xmlns:w=\"w\"><w:p><w:t>One</w:t></w:p><w:p><w:t>Two</w:t></w:p></w:d>")), "application/vnd.openxmlformats-officedocument.wordprocessingml.document").ShouldBe("One\nTwo\n");

    [Fact]
    public void What_was_struck_out_of_a_word_document_and_the_code_of_a_link_do_not_hide_the_words_around_them()
        => WordsInFile.Of(Zip(("word/document.xml", "<w:d xmlns:w=\"w\"><w:p><w:t>We </w:t><w:delText>never </w:delText><w:instrText>HYPERLINK x</w:instrText><w:t>agree</w:t></w:p></w:d>")), "application/vnd.openxmlformats-officedocument.wordprocessingml.document")
            .ShouldBe("We agree\n\nWe never agree\n");

    [Fact]
    public void A_page_of_script_is_at_most_plain_text()
        => FileKind.Of("<html><script>alert(1)</script>"u8.ToArray())!.Type.ShouldBe("text/plain; charset=utf-8");
}
