using Microsoft.EntityFrameworkCore;

namespace Secretariat.Platform.Data;

public sealed class PostgresDb(DbContextOptions<PostgresDb> options, WriteGate gate, TimeProvider clock) : Db(options, gate, clock)
{
    public override bool IsPostgres => true;
}
