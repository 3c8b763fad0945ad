using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;

namespace Secretariat.Platform.Searching;

/// <summary>
/// What a migration cannot describe: the text index over <c>search</c>. It is made after the migrations, and only when it is not there.
/// </summary>
public static class SearchTables
{
    // Trigrams find a word's middle too. The text itself is kept once, in "search"; what is deleted leaves no remnant in the index's pages.
    private const string Sqlite = """
        CREATE VIRTUAL TABLE IF NOT EXISTS search_fts USING fts5("Folded", content='search', content_rowid='Id', tokenize='trigram case_sensitive 1');
        INSERT INTO search_fts(search_fts, rank) VALUES ('secure-delete', 1);
        CREATE TRIGGER IF NOT EXISTS search_added AFTER INSERT ON search BEGIN
          INSERT INTO search_fts(rowid, "Folded") VALUES (new."Id", new."Folded");
        END;
        CREATE TRIGGER IF NOT EXISTS search_removed AFTER DELETE ON search BEGIN
          INSERT INTO search_fts(search_fts, rowid, "Folded") VALUES ('delete', old."Id", old."Folded");
        END;
        CREATE TRIGGER IF NOT EXISTS search_changed AFTER UPDATE OF "Folded" ON search WHEN old."Folded" <> new."Folded" BEGIN
          INSERT INTO search_fts(search_fts, rowid, "Folded") VALUES ('delete', old."Id", old."Folded");
          INSERT INTO search_fts(rowid, "Folded") VALUES (new."Id", new."Folded");
        END;
        """;

    // pg_trgm is a trusted extension since PostgreSQL 13: the database's owner may make it. Where it is missing or forbidden, the same
    // search runs without an index, which is slower and finds the same.
    private const string Postgres = """
        DO $$ BEGIN
          CREATE EXTENSION IF NOT EXISTS pg_trgm;
          CREATE INDEX IF NOT EXISTS search_folded ON search USING gin ("Folded" gin_trgm_ops);
        EXCEPTION WHEN insufficient_privilege OR undefined_file OR feature_not_supported THEN
          RAISE NOTICE 'search goes on without pg_trgm';
        END $$;
        """;

    public static Task Make(DbContext context, CancellationToken ct) =>
        context is Db db ? db.Database.ExecuteSqlRawAsync(db.IsPostgres ? Postgres : Sqlite, ct) : Task.CompletedTask;
}
