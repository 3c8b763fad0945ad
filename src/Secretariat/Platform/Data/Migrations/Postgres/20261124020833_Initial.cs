using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Secretariat.Platform.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "api_token",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    RevokedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_api_token", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ask_day",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    RestoredAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ask_day", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ask_letter",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Person = table.Column<Guid>(type: "uuid", nullable: true),
                    Way = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Batch = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ask_letter", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "attempt",
                columns: table => new
                {
                    Delivery = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Why = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Worker = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_attempt", x => new { x.Delivery, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "audience",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Conditions = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audience", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "audit_entry",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ByPerson = table.Column<Guid>(type: "uuid", nullable: true),
                    ByName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    RecordType = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    RecordId = table.Column<Guid>(type: "uuid", nullable: false),
                    Verb = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Values = table.Column<string>(type: "text", nullable: true),
                    Salt = table.Column<byte[]>(type: "bytea", nullable: true),
                    ValuesHash = table.Column<byte[]>(type: "bytea", nullable: false),
                    Leaf = table.Column<byte[]>(type: "bytea", nullable: false),
                    Position = table.Column<long>(type: "bigint", nullable: true),
                    Chain = table.Column<byte[]>(type: "bytea", nullable: true),
                    Xid = table.Column<ulong>(type: "xid8", nullable: false, defaultValueSql: "pg_current_xact_id()")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit_entry", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "bank_holiday",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Date = table.Column<DateOnly>(type: "date", nullable: false),
                    Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bank_holiday", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "batch",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Transport = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Class = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    About = table.Column<Guid>(type: "uuid", nullable: true),
                    Content = table.Column<string>(type: "text", nullable: true),
                    ContentHash = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    Priority = table.Column<int>(type: "integer", maxLength: 40, nullable: false),
                    Reach = table.Column<string>(type: "text", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    NotBefore = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    FrozenBy = table.Column<Guid>(type: "uuid", nullable: true),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    DoneAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_batch", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "check_round",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Opens = table.Column<DateOnly>(type: "date", nullable: false),
                    Closes = table.Column<DateOnly>(type: "date", nullable: false),
                    OpenedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_check_round", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "check_settings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Month = table.Column<int>(type: "integer", nullable: false),
                    Days = table.Column<int>(type: "integer", nullable: false),
                    Invented = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_check_settings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "details_check",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Person = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Way = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    By = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    Phone = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Words = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    SettledAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    SettledBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    TakenOver = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_details_check", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "edition",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Year = table.Column<DateOnly>(type: "date", nullable: false),
                    Subject = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: false),
                    IntroMarkdown = table.Column<string>(type: "text", nullable: false),
                    Intro = table.Column<string>(type: "text", nullable: false),
                    Items = table.Column<List<Guid>>(type: "uuid[]", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Invented = table.Column<bool>(type: "boolean", nullable: false),
                    ApprovedContent = table.Column<string>(type: "text", nullable: true),
                    ApprovedHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    ApprovedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Approver = table.Column<Guid>(type: "uuid", nullable: true),
                    ApprovedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Returned = table.Column<string>(type: "text", nullable: true),
                    ScheduledFor = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Batch = table.Column<Guid>(type: "uuid", nullable: true),
                    SentAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    SentTo = table.Column<int>(type: "integer", nullable: false),
                    CancelledWhy = table.Column<string>(type: "text", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_edition", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "enquiry",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Reference = table.Column<string>(type: "character varying(9)", maxLength: 9, nullable: false),
                    FormKey = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    Channel = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ReceivedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Due = table.Column<DateOnly>(type: "date", nullable: false),
                    Name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    EmailKey = table.Column<string>(type: "character varying(340)", maxLength: 340, nullable: false),
                    Phone = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Body = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: true),
                    Postcode = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    Theme = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Subject = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    Found = table.Column<string>(type: "text", nullable: false),
                    WroteAgainAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    AnsweredAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ClosedAs = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    ClosedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    AnsweredBy = table.Column<Guid>(type: "uuid", nullable: true),
                    CountedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    CountedAs = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    CountedFor = table.Column<Guid>(type: "uuid", nullable: true),
                    ErasedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Invented = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_enquiry", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "enquiry_settings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AnswerDays = table.Column<int>(type: "integer", nullable: false),
                    HandoverDays = table.Column<int>(type: "integer", nullable: false),
                    KeepMonths = table.Column<int>(type: "integer", nullable: false),
                    Thanks = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    Invented = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_enquiry_settings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "event_kind",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Counts = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Audience = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    Starts = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    Ends = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    ReplyDays = table.Column<int>(type: "integer", nullable: false),
                    HasAgenda = table.Column<bool>(type: "boolean", nullable: false),
                    HasMinutes = table.Column<bool>(type: "boolean", nullable: false),
                    HasCost = table.Column<bool>(type: "boolean", nullable: false),
                    HasTopic = table.Column<bool>(type: "boolean", nullable: false),
                    HasThemes = table.Column<bool>(type: "boolean", nullable: false),
                    IsBoard = table.Column<bool>(type: "boolean", nullable: false),
                    HasTickets = table.Column<bool>(type: "boolean", nullable: false),
                    PlacesEach = table.Column<int>(type: "integer", nullable: false),
                    NameDays = table.Column<int>(type: "integer", nullable: false),
                    NamedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Invented = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_event_kind", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "finder_file",
                columns: table => new
                {
                    Name = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Packed = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_finder_file", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "grant_of_role",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Person = table.Column<Guid>(type: "uuid", nullable: false),
                    Role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    RevokedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_grant_of_role", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "grouping",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Invented = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_grouping", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "hold",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Scope = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Reason = table.Column<string>(type: "text", nullable: false),
                    From = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    LiftedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_hold", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "indicator",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Unit = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Means = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Place = table.Column<int>(type: "integer", nullable: false),
                    Invented = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_indicator", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "line",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Theme = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Text = table.Column<string>(type: "character varying(1500)", maxLength: 1500, nullable: false),
                    Source = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    Member = table.Column<Guid>(type: "uuid", nullable: true),
                    Who = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Person = table.Column<Guid>(type: "uuid", nullable: true),
                    How = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    Mandate = table.Column<Guid>(type: "uuid", nullable: true),
                    Until = table.Column<DateOnly>(type: "date", nullable: true),
                    By = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    EndedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    EndedWhy = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    Invented = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_line", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "mailbox_letter",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Delivery = table.Column<Guid>(type: "uuid", nullable: false),
                    To = table.Column<string>(type: "character varying(340)", maxLength: 340, nullable: false),
                    Subject = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Source = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mailbox_letter", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "media_request",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Outlet = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    Journalist = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: true),
                    Phone = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    EmailKey = table.Column<string>(type: "character varying(340)", maxLength: 340, nullable: false),
                    Topic = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    Theme = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Place = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    Deadline = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ReceivedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    ClosedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Member = table.Column<Guid>(type: "uuid", nullable: true),
                    Spoke = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: true),
                    Speaker = table.Column<Guid>(type: "uuid", nullable: true),
                    Said = table.Column<string>(type: "text", nullable: true),
                    Source = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    ErasedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Invented = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_media_request", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "notice",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Subject = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: false),
                    Markdown = table.Column<string>(type: "text", nullable: false),
                    Html = table.Column<string>(type: "text", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Audience = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    AudienceName = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    Conditions = table.Column<string>(type: "text", nullable: true),
                    Theme = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    Invented = table.Column<bool>(type: "boolean", nullable: false),
                    Writer = table.Column<Guid>(type: "uuid", nullable: true),
                    WriterName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    WrittenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Sender = table.Column<Guid>(type: "uuid", nullable: true),
                    SenderName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    SentAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    SentHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    Batch = table.Column<Guid>(type: "uuid", nullable: true),
                    SentTo = table.Column<int>(type: "integer", nullable: false),
                    OfTheNetwork = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notice", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "organisation",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ShortName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    SortName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Parent = table.Column<Guid>(type: "uuid", nullable: true),
                    Website = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    Region = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    Note = table.Column<string>(type: "text", nullable: true),
                    Invented = table.Column<bool>(type: "boolean", nullable: false),
                    TileColumn = table.Column<int>(type: "integer", nullable: true),
                    TileRow = table.Column<int>(type: "integer", nullable: true),
                    TileLabel = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_organisation", x => x.Id);
                    table.ForeignKey(
                        name: "FK_organisation_organisation_Parent",
                        column: x => x.Parent,
                        principalTable: "organisation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "pace",
                columns: table => new
                {
                    Domain = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    Until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Why = table.Column<string>(type: "text", nullable: false),
                    Times = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pace", x => x.Domain);
                });

            migrationBuilder.CreateTable(
                name: "pack_value",
                columns: table => new
                {
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Key = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    Record = table.Column<Guid>(type: "uuid", nullable: false),
                    Fields = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pack_value", x => new { x.Kind, x.Key });
                });

            migrationBuilder.CreateTable(
                name: "people_import",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    File = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Headings = table.Column<List<string>>(type: "text[]", nullable: false),
                    Columns = table.Column<string[]>(type: "text[]", nullable: false),
                    MakesOrganisations = table.Column<bool>(type: "boolean", nullable: false),
                    TakesLookalikes = table.Column<bool>(type: "boolean", nullable: false),
                    Note = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    New = table.Column<int>(type: "integer", nullable: false),
                    Changed = table.Column<int>(type: "integer", nullable: false),
                    Same = table.Column<int>(type: "integer", nullable: false),
                    Perhaps = table.Column<int>(type: "integer", nullable: false),
                    Refused = table.Column<int>(type: "integer", nullable: false),
                    By = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ByPerson = table.Column<Guid>(type: "uuid", nullable: true),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    DoneAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    UndoneAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Stayed = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_people_import", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "person",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PackKey = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    SortName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    EmailKey = table.Column<string>(type: "character varying(320)", maxLength: 320, nullable: false),
                    Phone = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Invented = table.Column<bool>(type: "boolean", nullable: false),
                    MergedInto = table.Column<Guid>(type: "uuid", nullable: true),
                    Canonical = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_person", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "plan",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    First = table.Column<DateOnly>(type: "date", nullable: false),
                    CopiedFrom = table.Column<Guid>(type: "uuid", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "publication",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Slug = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    Summary = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    Date = table.Column<DateOnly>(type: "date", nullable: false),
                    Theme = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Circulation = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    About = table.Column<List<Guid>>(type: "uuid[]", nullable: false),
                    AboutAll = table.Column<bool>(type: "boolean", nullable: false),
                    FiguresSource = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    PermittedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    FileHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    FileName = table.Column<string>(type: "character varying(140)", maxLength: 140, nullable: false),
                    FileType = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    FileKind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Bytes = table.Column<long>(type: "bigint", nullable: false),
                    Invented = table.Column<bool>(type: "boolean", nullable: false),
                    ApprovedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Approver = table.Column<Guid>(type: "uuid", nullable: true),
                    ApprovedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    GoesAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    PublishedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    PublicSince = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    TakenOffAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    TakenOffWhy = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    Returned = table.Column<string>(type: "text", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_publication", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "round_corrector",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Round = table.Column<Guid>(type: "uuid", nullable: false),
                    Place = table.Column<int>(type: "integer", nullable: false),
                    Person = table.Column<Guid>(type: "uuid", nullable: true),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_round_corrector", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "round_rule",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Description = table.Column<string>(type: "text", nullable: false),
                    Num = table.Column<int>(type: "integer", nullable: true),
                    Den = table.Column<int>(type: "integer", nullable: true),
                    MoreThan = table.Column<bool>(type: "boolean", nullable: false),
                    Base = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Quorum = table.Column<int>(type: "integer", nullable: true),
                    Objections = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ObjectionBlocks = table.Column<bool>(type: "boolean", nullable: false),
                    Silence = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Invented = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_round_rule", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "search",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Record = table.Column<Guid>(type: "uuid", nullable: false),
                    Title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false),
                    Href = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Folded = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_search", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "search_built",
                columns: table => new
                {
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_search_built", x => x.Kind);
                });

            migrationBuilder.CreateTable(
                name: "session",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Person = table.Column<Guid>(type: "uuid", nullable: false),
                    BeganAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    EndedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_session", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "set_aside_mail",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    From = table.Column<string>(type: "character varying(340)", maxLength: 340, nullable: false),
                    Subject = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Why = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_set_aside_mail", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "sign_in_request",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Browser = table.Column<byte[]>(type: "bytea", nullable: false),
                    Address = table.Column<byte[]>(type: "bytea", nullable: false),
                    Person = table.Column<Guid>(type: "uuid", nullable: true),
                    ReturnTo = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    AskedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    PostedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Link = table.Column<byte[]>(type: "bytea", nullable: true),
                    Code = table.Column<string>(type: "text", nullable: true),
                    ExpiresAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Guesses = table.Column<int>(type: "integer", nullable: false),
                    UsedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sign_in_request", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "site",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    Strapline = table.Column<string>(type: "text", nullable: false),
                    Accent = table.Column<string>(type: "text", nullable: false),
                    TimeZone = table.Column<string>(type: "text", nullable: false),
                    MemberOne = table.Column<string>(type: "text", nullable: false),
                    MemberMany = table.Column<string>(type: "text", nullable: false),
                    YearStartMonth = table.Column<int>(type: "integer", nullable: false),
                    YearStartDay = table.Column<int>(type: "integer", nullable: false),
                    Attribution = table.Column<string>(type: "text", nullable: false),
                    ContactName = table.Column<string>(type: "text", nullable: false),
                    ContactEmail = table.Column<string>(type: "text", nullable: false),
                    ContactPhone = table.Column<string>(type: "text", nullable: false),
                    ContactAddress = table.Column<string>(type: "text", nullable: false),
                    ContactInvented = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_site", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "site_page",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Slug = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Lead = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Markdown = table.Column<string>(type: "text", nullable: false),
                    Html = table.Column<string>(type: "text", nullable: false),
                    InFooter = table.Column<bool>(type: "boolean", nullable: false),
                    Latest = table.Column<int>(type: "integer", nullable: false),
                    TakenOffAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    TakenOffWhy = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    Invented = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_site_page", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "speaks_on",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Person = table.Column<Guid>(type: "uuid", nullable: false),
                    Themes = table.Column<List<string>>(type: "text[]", nullable: false),
                    RecordedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_speaks_on", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "subscriber",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    EmailKey = table.Column<string>(type: "character varying(320)", maxLength: 320, nullable: false),
                    Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    Words = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    AskedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    TypedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ConfirmedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Invented = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_subscriber", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "suppression",
                columns: table => new
                {
                    AddressKey = table.Column<string>(type: "character varying(320)", maxLength: 320, nullable: false),
                    Class = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Why = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_suppression", x => new { x.AddressKey, x.Class });
                });

            migrationBuilder.CreateTable(
                name: "sweep",
                columns: table => new
                {
                    Name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    ClaimedBy = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    ClaimedUntil = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    NotBefore = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Failures = table.Column<int>(type: "integer", nullable: false),
                    LastError = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sweep", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "theme",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Note = table.Column<string>(type: "text", nullable: true),
                    Invented = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_theme", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "unsubscription",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Person = table.Column<Guid>(type: "uuid", nullable: true),
                    AddressKey = table.Column<string>(type: "character varying(320)", maxLength: 320, nullable: false),
                    List = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    How = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    CameBackAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_unsubscription", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "wish_call",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Closes = table.Column<DateOnly>(type: "date", nullable: false),
                    OpenedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wish_call", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "worker",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Place = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Process = table.Column<int>(type: "integer", nullable: false),
                    StartedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Heartbeat = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_worker", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ask_line",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Letter = table.Column<Guid>(type: "uuid", nullable: false),
                    Place = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Key = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    What = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    By = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Minutes = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ask_line", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ask_line_ask_letter_Letter",
                        column: x => x.Letter,
                        principalTable: "ask_letter",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "batch_order",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Batch = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    By = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Delivery = table.Column<Guid>(type: "uuid", nullable: true),
                    Note = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_batch_order", x => x.Id);
                    table.ForeignKey(
                        name: "FK_batch_order_batch_Batch",
                        column: x => x.Batch,
                        principalTable: "batch",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "delivery",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Batch = table.Column<Guid>(type: "uuid", nullable: false),
                    Person = table.Column<Guid>(type: "uuid", nullable: true),
                    Address = table.Column<string>(type: "character varying(320)", maxLength: 320, nullable: false),
                    AddressKey = table.Column<string>(type: "character varying(340)", maxLength: 340, nullable: false),
                    Domain = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    Merge = table.Column<string>(type: "text", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Why = table.Column<string>(type: "text", nullable: false),
                    NotBefore = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    Worker = table.Column<Guid>(type: "uuid", nullable: true),
                    Attempt = table.Column<int>(type: "integer", nullable: false),
                    RemoteId = table.Column<string>(type: "text", nullable: true),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_delivery", x => x.Id);
                    table.ForeignKey(
                        name: "FK_delivery_batch_Batch",
                        column: x => x.Batch,
                        principalTable: "batch",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "enquiry_line",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Enquiry = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Words = table.Column<string>(type: "text", nullable: false),
                    By = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Author = table.Column<Guid>(type: "uuid", nullable: true),
                    Member = table.Column<Guid>(type: "uuid", nullable: true),
                    ReplyTo = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    MessageKey = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_enquiry_line", x => x.Id);
                    table.ForeignKey(
                        name: "FK_enquiry_line_enquiry_Enquiry",
                        column: x => x.Enquiry,
                        principalTable: "enquiry",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "media_call",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Request = table.Column<Guid>(type: "uuid", nullable: false),
                    Member = table.Column<Guid>(type: "uuid", nullable: false),
                    Person = table.Column<Guid>(type: "uuid", nullable: true),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Result = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    By = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_media_call", x => x.Id);
                    table.ForeignKey(
                        name: "FK_media_call_media_request_Request",
                        column: x => x.Request,
                        principalTable: "media_request",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "budget_line",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Heading = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Source = table.Column<Guid>(type: "uuid", nullable: true),
                    Invented = table.Column<bool>(type: "boolean", nullable: false),
                    Amount_Pence = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_budget_line", x => x.Id);
                    table.ForeignKey(
                        name: "FK_budget_line_organisation_Source",
                        column: x => x.Source,
                        principalTable: "organisation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "consultation",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Organisation = table.Column<Guid>(type: "uuid", nullable: true),
                    About = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    Link = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    OpenedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Deadline = table.Column<DateOnly>(type: "date", nullable: true),
                    Theme = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Important = table.Column<bool>(type: "boolean", nullable: true),
                    Course = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    DecidedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    DecidedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Why = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    Views = table.Column<Guid>(type: "uuid", nullable: true),
                    Subject = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Text = table.Column<string>(type: "text", nullable: true),
                    Round = table.Column<Guid>(type: "uuid", nullable: true),
                    Invented = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_consultation", x => x.Id);
                    table.ForeignKey(
                        name: "FK_consultation_organisation_Organisation",
                        column: x => x.Organisation,
                        principalTable: "organisation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "deal",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    Title = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    For = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Event = table.Column<Guid>(type: "uuid", nullable: true),
                    Owner = table.Column<Guid>(type: "uuid", nullable: true),
                    Stage = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: true),
                    Until = table.Column<DateOnly>(type: "date", nullable: true),
                    NextStep = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    NextOn = table.Column<DateOnly>(type: "date", nullable: true),
                    NextSetAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Notes = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    LostBecause = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    AgreedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    BegunAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Invented = table.Column<bool>(type: "boolean", nullable: false),
                    Amount_Pence = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_deal", x => x.Id);
                    table.ForeignKey(
                        name: "FK_deal_organisation_Organisation",
                        column: x => x.Organisation,
                        principalTable: "organisation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "engagement",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Theme = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Said = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    NextOn = table.Column<DateOnly>(type: "date", nullable: true),
                    By = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    TakenBack = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    Invented = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_engagement", x => x.Id);
                    table.ForeignKey(
                        name: "FK_engagement_organisation_Organisation",
                        column: x => x.Organisation,
                        principalTable: "organisation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "enquiry_contact",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Member = table.Column<Guid>(type: "uuid", nullable: false),
                    Person = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_enquiry_contact", x => x.Id);
                    table.ForeignKey(
                        name: "FK_enquiry_contact_organisation_Member",
                        column: x => x.Member,
                        principalTable: "organisation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "enquiry_handover",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Enquiry = table.Column<Guid>(type: "uuid", nullable: false),
                    Member = table.Column<Guid>(type: "uuid", nullable: false),
                    Person = table.Column<Guid>(type: "uuid", nullable: true),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Note = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Due = table.Column<DateOnly>(type: "date", nullable: false),
                    SettledAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    SettledBy = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    Settler = table.Column<Guid>(type: "uuid", nullable: true),
                    Reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_enquiry_handover", x => x.Id);
                    table.ForeignKey(
                        name: "FK_enquiry_handover_enquiry_Enquiry",
                        column: x => x.Enquiry,
                        principalTable: "enquiry",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_enquiry_handover_organisation_Member",
                        column: x => x.Member,
                        principalTable: "organisation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "grouping_member",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Grouping = table.Column<Guid>(type: "uuid", nullable: false),
                    Organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_grouping_member", x => x.Id);
                    table.ForeignKey(
                        name: "FK_grouping_member_grouping_Grouping",
                        column: x => x.Grouping,
                        principalTable: "grouping",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_grouping_member_organisation_Organisation",
                        column: x => x.Organisation,
                        principalTable: "organisation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "member_talk",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Member = table.Column<Guid>(type: "uuid", nullable: false),
                    Organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    About = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Who = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Last = table.Column<DateOnly>(type: "date", nullable: false),
                    Person = table.Column<Guid>(type: "uuid", nullable: true),
                    By = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    EndedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Invented = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_member_talk", x => x.Id);
                    table.ForeignKey(
                        name: "FK_member_talk_organisation_Organisation",
                        column: x => x.Organisation,
                        principalTable: "organisation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "practice_case",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Slug = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Member = table.Column<Guid>(type: "uuid", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Versions = table.Column<int>(type: "integer", nullable: false),
                    Latest = table.Column<Guid>(type: "uuid", nullable: false),
                    Shown = table.Column<Guid>(type: "uuid", nullable: true),
                    OfferedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Returned = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    SharedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    SharedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Sharer = table.Column<Guid>(type: "uuid", nullable: true),
                    TakenBackAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    TakenBackWhy = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    PublicFrom = table.Column<DateOnly>(type: "date", nullable: true),
                    PublicAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    WasPublic = table.Column<bool>(type: "boolean", nullable: false),
                    PermittedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Invented = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_practice_case", x => x.Id);
                    table.ForeignKey(
                        name: "FK_practice_case_organisation_Member",
                        column: x => x.Member,
                        principalTable: "organisation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "practice_question",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Theme = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Subject = table.Column<string>(type: "character varying(140)", maxLength: 140, nullable: false),
                    Words = table.Column<string>(type: "character varying(3000)", maxLength: 3000, nullable: false),
                    Member = table.Column<Guid>(type: "uuid", nullable: false),
                    Person = table.Column<Guid>(type: "uuid", nullable: true),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    TypedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Typist = table.Column<Guid>(type: "uuid", nullable: true),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Due = table.Column<DateOnly>(type: "date", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    AnsweredAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ClosedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ClosedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Closer = table.Column<Guid>(type: "uuid", nullable: true),
                    Why = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    Invented = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_practice_question", x => x.Id);
                    table.ForeignKey(
                        name: "FK_practice_question_organisation_Member",
                        column: x => x.Member,
                        principalTable: "organisation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "relationship",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    Owner = table.Column<Guid>(type: "uuid", nullable: true),
                    RhythmDays = table.Column<int>(type: "integer", nullable: true),
                    Since = table.Column<DateOnly>(type: "date", nullable: false),
                    Invented = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_relationship", x => x.Id);
                    table.ForeignKey(
                        name: "FK_relationship_organisation_Organisation",
                        column: x => x.Organisation,
                        principalTable: "organisation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "import_row",
                columns: table => new
                {
                    Import = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Cells = table.Column<string>(type: "text", nullable: false),
                    Malformed = table.Column<string>(type: "text", nullable: false),
                    EmailKey = table.Column<string>(type: "character varying(320)", maxLength: 320, nullable: false),
                    SortName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Fate = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Words = table.Column<string>(type: "text", nullable: false),
                    Person = table.Column<Guid>(type: "uuid", nullable: true),
                    Done = table.Column<bool>(type: "boolean", nullable: false),
                    Steps = table.Column<string>(type: "text", nullable: false),
                    Stayed = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_import_row", x => new { x.Import, x.Number });
                    table.ForeignKey(
                        name: "FK_import_row_people_import_Import",
                        column: x => x.Import,
                        principalTable: "people_import",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "position",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Person = table.Column<Guid>(type: "uuid", nullable: false),
                    Organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: true),
                    Themes = table.Column<List<string>>(type: "text[]", nullable: false),
                    ActsFor = table.Column<List<Guid>>(type: "uuid[]", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_position", x => x.Id);
                    table.ForeignKey(
                        name: "FK_position_organisation_Organisation",
                        column: x => x.Organisation,
                        principalTable: "organisation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_position_person_Person",
                        column: x => x.Person,
                        principalTable: "person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "seat",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Grouping = table.Column<Guid>(type: "uuid", nullable: false),
                    Person = table.Column<Guid>(type: "uuid", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_seat", x => x.Id);
                    table.ForeignKey(
                        name: "FK_seat_grouping_Grouping",
                        column: x => x.Grouping,
                        principalTable: "grouping",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_seat_person_Person",
                        column: x => x.Person,
                        principalTable: "person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "annual_report",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Plan = table.Column<Guid>(type: "uuid", nullable: false),
                    Year = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    Introduction = table.Column<string>(type: "character varying(6000)", maxLength: 6000, nullable: false),
                    Source = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Closes = table.Column<DateOnly>(type: "date", nullable: false),
                    OpenedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Content = table.Column<string>(type: "text", nullable: false),
                    ApprovedHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    ApprovedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Approver = table.Column<Guid>(type: "uuid", nullable: true),
                    ApprovedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    GoesAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ReleasedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    TakenOffWhy = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    Returned = table.Column<string>(type: "text", nullable: true),
                    Invented = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_annual_report", x => x.Id);
                    table.ForeignKey(
                        name: "FK_annual_report_plan_Plan",
                        column: x => x.Plan,
                        principalTable: "plan",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "commitment_change",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Plan = table.Column<Guid>(type: "uuid", nullable: false),
                    Organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Why = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    Link = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    EnteredBy = table.Column<Guid>(type: "uuid", nullable: true),
                    EnteredByName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    EnteredAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Amount_Pence = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_commitment_change", x => x.Id);
                    table.ForeignKey(
                        name: "FK_commitment_change_organisation_Organisation",
                        column: x => x.Organisation,
                        principalTable: "organisation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_commitment_change_plan_Plan",
                        column: x => x.Plan,
                        principalTable: "plan",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "operational_report",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Plan = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Issue = table.Column<int>(type: "integer", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    First = table.Column<DateOnly>(type: "date", nullable: false),
                    Last = table.Column<DateOnly>(type: "date", nullable: false),
                    Due = table.Column<DateOnly>(type: "date", nullable: false),
                    Introduction = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    Words = table.Column<string>(type: "text", nullable: false),
                    Facts = table.Column<string>(type: "text", nullable: false),
                    DraftedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Corrects = table.Column<Guid>(type: "uuid", nullable: true),
                    CorrectsWhy = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    CorrectedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    Meeting = table.Column<Guid>(type: "uuid", nullable: true),
                    IssuedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Issuer = table.Column<Guid>(type: "uuid", nullable: true),
                    IssuerName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    IssuedHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    Notice = table.Column<Guid>(type: "uuid", nullable: true),
                    SharedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Invented = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_operational_report", x => x.Id);
                    table.ForeignKey(
                        name: "FK_operational_report_plan_Plan",
                        column: x => x.Plan,
                        principalTable: "plan",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "outcome",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Plan = table.Column<Guid>(type: "uuid", nullable: false),
                    Code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Place = table.Column<int>(type: "integer", nullable: false),
                    Pillar = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    Title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Description = table.Column<string>(type: "text", nullable: false),
                    Cadence = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    CountedFrom = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    Owner = table.Column<Guid>(type: "uuid", nullable: true),
                    Measure_Count = table.Column<int>(type: "integer", nullable: true),
                    Measure_Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Measure_Unit = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outcome", x => x.Id);
                    table.ForeignKey(
                        name: "FK_outcome_person_Owner",
                        column: x => x.Owner,
                        principalTable: "person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_outcome_plan_Plan",
                        column: x => x.Plan,
                        principalTable: "plan",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "pillar",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Plan = table.Column<Guid>(type: "uuid", nullable: false),
                    Code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Place = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pillar", x => x.Id);
                    table.ForeignKey(
                        name: "FK_pillar_plan_Plan",
                        column: x => x.Plan,
                        principalTable: "plan",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "plan_cost",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Plan = table.Column<Guid>(type: "uuid", nullable: false),
                    Code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Place = table.Column<int>(type: "integer", nullable: false),
                    Heading = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Invented = table.Column<bool>(type: "boolean", nullable: false),
                    Amount_Pence = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_cost", x => x.Id);
                    table.ForeignKey(
                        name: "FK_plan_cost_plan_Plan",
                        column: x => x.Plan,
                        principalTable: "plan",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "plan_step",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Plan = table.Column<Guid>(type: "uuid", nullable: false),
                    Code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Place = table.Column<int>(type: "integer", nullable: false),
                    Title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Date = table.Column<DateOnly>(type: "date", nullable: false),
                    Invented = table.Column<bool>(type: "boolean", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Rule = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    AskedPence = table.Column<long>(type: "bigint", nullable: true),
                    Besides = table.Column<List<string>>(type: "text[]", nullable: false),
                    TakenOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Evidence = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    TakenBy = table.Column<Guid>(type: "uuid", nullable: true),
                    TakenByName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_step", x => x.Id);
                    table.ForeignKey(
                        name: "FK_plan_step_plan_Plan",
                        column: x => x.Plan,
                        principalTable: "plan",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "download_count",
                columns: table => new
                {
                    Publication = table.Column<Guid>(type: "uuid", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Times = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_download_count", x => new { x.Publication, x.Day });
                    table.ForeignKey(
                        name: "FK_download_count_publication_Publication",
                        column: x => x.Publication,
                        principalTable: "publication",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "round",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    About = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Rule = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Terms = table.Column<string>(type: "text", nullable: true),
                    Silence = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    CarryOver = table.Column<bool>(type: "boolean", nullable: false),
                    ObjectHours = table.Column<int>(type: "integer", nullable: true),
                    Options = table.Column<List<string>>(type: "text[]", nullable: false),
                    MandateUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    Sender = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    AskedPence = table.Column<long>(type: "bigint", nullable: true),
                    Invented = table.Column<bool>(type: "boolean", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    OpenedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ClosesAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ClosedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ClosedWhy = table.Column<string>(type: "text", nullable: true),
                    Result = table.Column<string>(type: "text", nullable: true),
                    Held = table.Column<string>(type: "text", nullable: true),
                    SeenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Rows = table.Column<int>(type: "integer", nullable: false),
                    FirstCorrectorId = table.Column<Guid>(type: "uuid", nullable: true),
                    SecondCorrectorId = table.Column<Guid>(type: "uuid", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_round", x => x.Id);
                    table.ForeignKey(
                        name: "FK_round_round_corrector_FirstCorrectorId",
                        column: x => x.FirstCorrectorId,
                        principalTable: "round_corrector",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_round_round_corrector_SecondCorrectorId",
                        column: x => x.SecondCorrectorId,
                        principalTable: "round_corrector",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "site_page_version",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Page = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Title = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Lead = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Markdown = table.Column<string>(type: "text", nullable: false),
                    Html = table.Column<string>(type: "text", nullable: false),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    InFooter = table.Column<bool>(type: "boolean", nullable: false),
                    OfPack = table.Column<bool>(type: "boolean", nullable: false),
                    PublishedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Publisher = table.Column<Guid>(type: "uuid", nullable: true),
                    PublishedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_site_page_version", x => x.Id);
                    table.ForeignKey(
                        name: "FK_site_page_version_site_page_Page",
                        column: x => x.Page,
                        principalTable: "site_page",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "wish",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Call = table.Column<Guid>(type: "uuid", nullable: false),
                    Title = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Theme = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Why = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    Member = table.Column<Guid>(type: "uuid", nullable: false),
                    Person = table.Column<Guid>(type: "uuid", nullable: true),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    MadeInto = table.Column<Guid>(type: "uuid", nullable: true),
                    Wanted = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wish", x => x.Id);
                    table.ForeignKey(
                        name: "FK_wish_wish_call_Call",
                        column: x => x.Call,
                        principalTable: "wish_call",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "wish_ranking",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Call = table.Column<Guid>(type: "uuid", nullable: false),
                    Member = table.Column<Guid>(type: "uuid", nullable: false),
                    Person = table.Column<Guid>(type: "uuid", nullable: true),
                    Order = table.Column<List<Guid>>(type: "uuid[]", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wish_ranking", x => x.Id);
                    table.ForeignKey(
                        name: "FK_wish_ranking_wish_call_Call",
                        column: x => x.Call,
                        principalTable: "wish_call",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "budget_entry",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Line = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Words = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Order = table.Column<Guid>(type: "uuid", nullable: true),
                    From = table.Column<Guid>(type: "uuid", nullable: true),
                    Event = table.Column<Guid>(type: "uuid", nullable: true),
                    Link = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    FileHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    FileName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    FileType = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    Counters = table.Column<Guid>(type: "uuid", nullable: true),
                    CounteredBy = table.Column<Guid>(type: "uuid", nullable: true),
                    ClosedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    EnteredBy = table.Column<Guid>(type: "uuid", nullable: true),
                    EnteredByName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    EnteredAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Invented = table.Column<bool>(type: "boolean", nullable: false),
                    Amount_Pence = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_budget_entry", x => x.Id);
                    table.ForeignKey(
                        name: "FK_budget_entry_budget_line_Line",
                        column: x => x.Line,
                        principalTable: "budget_line",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_budget_entry_organisation_From",
                        column: x => x.From,
                        principalTable: "organisation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "submission",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Consultation = table.Column<Guid>(type: "uuid", nullable: false),
                    Member = table.Column<Guid>(type: "uuid", nullable: false),
                    Title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    SentOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Link = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    FileHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    FileName = table.Column<string>(type: "text", nullable: true),
                    FileType = table.Column<string>(type: "text", nullable: true),
                    Circulation = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Permitted = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    Person = table.Column<Guid>(type: "uuid", nullable: true),
                    By = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    TakenOutAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Invented = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_submission", x => x.Id);
                    table.ForeignKey(
                        name: "FK_submission_consultation_Consultation",
                        column: x => x.Consultation,
                        principalTable: "consultation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "benefit",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Deal = table.Column<Guid>(type: "uuid", nullable: false),
                    What = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Due = table.Column<DateOnly>(type: "date", nullable: false),
                    ProofKind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Proof = table.Column<Guid>(type: "uuid", nullable: true),
                    HandOn = table.Column<DateOnly>(type: "date", nullable: true),
                    HandWords = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    Link = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    FileHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    FileName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    FileType = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    EnteredBy = table.Column<Guid>(type: "uuid", nullable: true),
                    EnteredByName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    EnteredAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_benefit", x => x.Id);
                    table.ForeignKey(
                        name: "FK_benefit_deal_Deal",
                        column: x => x.Deal,
                        principalTable: "deal",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "deal_move",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Deal = table.Column<Guid>(type: "uuid", nullable: false),
                    From = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    To = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Why = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    By = table.Column<Guid>(type: "uuid", nullable: true),
                    ByName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_deal_move", x => x.Id);
                    table.ForeignKey(
                        name: "FK_deal_move_deal_Deal",
                        column: x => x.Deal,
                        principalTable: "deal",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "engagement_person",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Engagement = table.Column<Guid>(type: "uuid", nullable: false),
                    Ours = table.Column<bool>(type: "boolean", nullable: false),
                    Person = table.Column<Guid>(type: "uuid", nullable: true),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Capacity = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_engagement_person", x => x.Id);
                    table.ForeignKey(
                        name: "FK_engagement_person_engagement_Engagement",
                        column: x => x.Engagement,
                        principalTable: "engagement",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "promise",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Engagement = table.Column<Guid>(type: "uuid", nullable: false),
                    Organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    Person = table.Column<Guid>(type: "uuid", nullable: true),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Ours = table.Column<bool>(type: "boolean", nullable: false),
                    What = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Due = table.Column<DateOnly>(type: "date", nullable: false),
                    MadeAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Because = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    End = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    EndedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Outcome = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_promise", x => x.Id);
                    table.ForeignKey(
                        name: "FK_promise_engagement_Engagement",
                        column: x => x.Engagement,
                        principalTable: "engagement",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "practice_use",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Case = table.Column<Guid>(type: "uuid", nullable: false),
                    Member = table.Column<Guid>(type: "uuid", nullable: false),
                    How = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Person = table.Column<Guid>(type: "uuid", nullable: true),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    TakenBackAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_practice_use", x => x.Id);
                    table.ForeignKey(
                        name: "FK_practice_use_organisation_Member",
                        column: x => x.Member,
                        principalTable: "organisation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_practice_use_practice_case_Case",
                        column: x => x.Case,
                        principalTable: "practice_case",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "practice_version",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Of = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Members = table.Column<List<Guid>>(type: "uuid[]", nullable: false),
                    Themes = table.Column<List<string>>(type: "text[]", nullable: false),
                    Title = table.Column<string>(type: "character varying(140)", maxLength: 140, nullable: false),
                    Problem = table.Column<string>(type: "character varying(6000)", maxLength: 6000, nullable: true),
                    Done = table.Column<string>(type: "character varying(6000)", maxLength: 6000, nullable: true),
                    Took = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    Came = table.Column<string>(type: "character varying(6000)", maxLength: 6000, nullable: true),
                    Source = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    Contact = table.Column<Guid>(type: "uuid", nullable: true),
                    Circulation = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    PublicFrom = table.Column<DateOnly>(type: "date", nullable: true),
                    Kept = table.Column<string>(type: "text", nullable: false),
                    WrittenBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Writer = table.Column<Guid>(type: "uuid", nullable: true),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_practice_version", x => x.Id);
                    table.ForeignKey(
                        name: "FK_practice_version_practice_case_Of",
                        column: x => x.Of,
                        principalTable: "practice_case",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "practice_answer",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Question = table.Column<Guid>(type: "uuid", nullable: false),
                    Words = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    Case = table.Column<Guid>(type: "uuid", nullable: true),
                    Member = table.Column<Guid>(type: "uuid", nullable: true),
                    Person = table.Column<Guid>(type: "uuid", nullable: true),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    TakenOutAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    TakenOutWhy = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_practice_answer", x => x.Id);
                    table.ForeignKey(
                        name: "FK_practice_answer_practice_case_Case",
                        column: x => x.Case,
                        principalTable: "practice_case",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_practice_answer_practice_question_Question",
                        column: x => x.Question,
                        principalTable: "practice_question",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "member_return",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Report = table.Column<Guid>(type: "uuid", nullable: false),
                    Member = table.Column<Guid>(type: "uuid", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Figures = table.Column<string>(type: "text", nullable: false),
                    Story = table.Column<string>(type: "character varying(3000)", maxLength: 3000, nullable: false),
                    Writer = table.Column<Guid>(type: "uuid", nullable: true),
                    WriterName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    WrittenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    SentAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Back = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    Signer = table.Column<Guid>(type: "uuid", nullable: true),
                    SignerName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    SignedAs = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    SignedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_member_return", x => x.Id);
                    table.ForeignKey(
                        name: "FK_member_return_annual_report_Report",
                        column: x => x.Report,
                        principalTable: "annual_report",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_member_return_organisation_Member",
                        column: x => x.Member,
                        principalTable: "organisation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "hand_evidence",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Outcome = table.Column<Guid>(type: "uuid", nullable: false),
                    Date = table.Column<DateOnly>(type: "date", nullable: false),
                    Title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Link = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    FileHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    FileName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    FileType = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    EnteredBy = table.Column<Guid>(type: "uuid", nullable: true),
                    EnteredByName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    EnteredAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    TakenBack = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_hand_evidence", x => x.Id);
                    table.ForeignKey(
                        name: "FK_hand_evidence_outcome_Outcome",
                        column: x => x.Outcome,
                        principalTable: "outcome",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "planned_date",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Outcome = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Date = table.Column<DateOnly>(type: "date", nullable: false),
                    Why = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    Moved = table.Column<bool>(type: "boolean", nullable: false),
                    Dropped = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_planned_date", x => x.Id);
                    table.ForeignKey(
                        name: "FK_planned_date_outcome_Outcome",
                        column: x => x.Outcome,
                        principalTable: "outcome",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "beside_confirmation",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Step = table.Column<Guid>(type: "uuid", nullable: false),
                    Organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    AmountPence = table.Column<long>(type: "bigint", nullable: true),
                    Evidence = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    Link = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    EnteredBy = table.Column<Guid>(type: "uuid", nullable: true),
                    EnteredByName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    EnteredAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_beside_confirmation", x => x.Id);
                    table.ForeignKey(
                        name: "FK_beside_confirmation_organisation_Organisation",
                        column: x => x.Organisation,
                        principalTable: "organisation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_beside_confirmation_plan_step_Step",
                        column: x => x.Step,
                        principalTable: "plan_step",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "decision",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    By = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    How = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Date = table.Column<DateOnly>(type: "date", nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false),
                    Outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Why = table.Column<string>(type: "text", nullable: false),
                    About = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Rule = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    RuleName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Link = table.Column<string>(type: "text", nullable: true),
                    Round = table.Column<Guid>(type: "uuid", nullable: true),
                    Invented = table.Column<bool>(type: "boolean", nullable: false),
                    WrittenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_decision", x => x.Id);
                    table.ForeignKey(
                        name: "FK_decision_round_Round",
                        column: x => x.Round,
                        principalTable: "round",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "round_elector",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Round = table.Column<Guid>(type: "uuid", nullable: false),
                    Organisation = table.Column<Guid>(type: "uuid", nullable: true),
                    Grouping = table.Column<Guid>(type: "uuid", nullable: true),
                    Code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    SpeaksFor = table.Column<List<string>>(type: "text[]", nullable: false),
                    ChairOnly = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_round_elector", x => x.Id);
                    table.ForeignKey(
                        name: "FK_round_elector_grouping_Grouping",
                        column: x => x.Grouping,
                        principalTable: "grouping",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_round_elector_organisation_Organisation",
                        column: x => x.Organisation,
                        principalTable: "organisation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_round_elector_round_Round",
                        column: x => x.Round,
                        principalTable: "round",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "round_version",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Round = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Subject = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Markdown = table.Column<string>(type: "text", nullable: false),
                    Canonical = table.Column<string>(type: "text", nullable: false),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    ShownAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ClosesAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Correction = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_round_version", x => x.Id);
                    table.ForeignKey(
                        name: "FK_round_version_round_Round",
                        column: x => x.Round,
                        principalTable: "round",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "event",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<Guid>(type: "uuid", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    Slug = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Place = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Starts = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    Ends = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    Zone = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    About = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    Circulation = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Capacity = table.Column<int>(type: "integer", nullable: true),
                    Themes = table.Column<List<string>>(type: "text[]", nullable: false),
                    Topic = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Partner = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    DirectedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    CostPence = table.Column<long>(type: "bigint", nullable: true),
                    CoveredBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Planned = table.Column<Guid>(type: "uuid", nullable: true),
                    Sequence = table.Column<int>(type: "integer", nullable: false),
                    AnnouncedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    CountedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    PermittedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    CancelledBecause = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    Minutes = table.Column<string>(type: "text", nullable: false),
                    MinutesAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    HandedOutAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Invented = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_event", x => x.Id);
                    table.ForeignKey(
                        name: "FK_event_event_kind_Kind",
                        column: x => x.Kind,
                        principalTable: "event_kind",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_event_planned_date_Planned",
                        column: x => x.Planned,
                        principalTable: "planned_date",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "decision_hand",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Decision = table.Column<Guid>(type: "uuid", nullable: false),
                    Grouping = table.Column<Guid>(type: "uuid", nullable: false),
                    Code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Seat = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Person = table.Column<Guid>(type: "uuid", nullable: true),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ChairOf = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Hand = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Members = table.Column<List<Guid>>(type: "uuid[]", nullable: false),
                    SpeaksFor = table.Column<List<string>>(type: "text[]", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_decision_hand", x => x.Id);
                    table.ForeignKey(
                        name: "FK_decision_hand_decision_Decision",
                        column: x => x.Decision,
                        principalTable: "decision",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_decision_hand_grouping_Grouping",
                        column: x => x.Grouping,
                        principalTable: "grouping",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "mandate",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Round = table.Column<Guid>(type: "uuid", nullable: false),
                    Decision = table.Column<Guid>(type: "uuid", nullable: false),
                    Subject = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Rule = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    RuleName = table.Column<string>(type: "text", nullable: false),
                    By = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Whose = table.Column<string>(type: "text", nullable: false),
                    Agreed = table.Column<List<string>>(type: "text[]", nullable: false),
                    Asked = table.Column<int>(type: "integer", nullable: false),
                    Beside = table.Column<List<string>>(type: "text[]", nullable: false),
                    Objectors = table.Column<List<Guid>>(type: "uuid[]", nullable: false),
                    GivenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: true),
                    WithdrawnAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    WithdrawnOn = table.Column<DateOnly>(type: "date", nullable: true),
                    WithdrawnBy = table.Column<string>(type: "text", nullable: true),
                    WithdrawnWhy = table.Column<string>(type: "text", nullable: true),
                    Doubt = table.Column<string>(type: "text", nullable: true),
                    Invented = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mandate", x => x.Id);
                    table.ForeignKey(
                        name: "FK_mandate_decision_Decision",
                        column: x => x.Decision,
                        principalTable: "decision",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_mandate_round_Round",
                        column: x => x.Round,
                        principalTable: "round",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "round_call",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Round = table.Column<Guid>(type: "uuid", nullable: false),
                    Elector = table.Column<Guid>(type: "uuid", nullable: false),
                    Outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: true),
                    ByName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_round_call", x => x.Id);
                    table.ForeignKey(
                        name: "FK_round_call_round_elector_Elector",
                        column: x => x.Elector,
                        principalTable: "round_elector",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "round_correction",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Round = table.Column<Guid>(type: "uuid", nullable: false),
                    Follows = table.Column<int>(type: "integer", nullable: false),
                    Subject = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Markdown = table.Column<string>(type: "text", nullable: false),
                    Canonical = table.Column<string>(type: "text", nullable: false),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Why = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    ProposedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    ProposedByName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ProposedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    FirstBy = table.Column<Guid>(type: "uuid", nullable: true),
                    FirstName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    FirstAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    SecondBy = table.Column<Guid>(type: "uuid", nullable: true),
                    SecondName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    SecondAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    GoneRoundAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ObjectUntil = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    EndedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    EndedWhy = table.Column<string>(type: "text", nullable: true),
                    Elector = table.Column<Guid>(type: "uuid", nullable: true),
                    ObjectedFor = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    ObjectedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    ObjectedByName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    ObjectedAs = table.Column<string>(type: "text", nullable: true),
                    ObjectedThrough = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    ObjectedWay = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    LeftAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_round_correction", x => x.Id);
                    table.ForeignKey(
                        name: "FK_round_correction_round_Round",
                        column: x => x.Round,
                        principalTable: "round",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_round_correction_round_elector_Elector",
                        column: x => x.Elector,
                        principalTable: "round_elector",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "round_elector_person",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Elector = table.Column<Guid>(type: "uuid", nullable: false),
                    Person = table.Column<Guid>(type: "uuid", nullable: true),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Capacity = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_round_elector_person", x => x.Id);
                    table.ForeignKey(
                        name: "FK_round_elector_person_round_elector_Elector",
                        column: x => x.Elector,
                        principalTable: "round_elector",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "round_look",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Round = table.Column<Guid>(type: "uuid", nullable: false),
                    Elector = table.Column<Guid>(type: "uuid", nullable: false),
                    Person = table.Column<Guid>(type: "uuid", nullable: true),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Way = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Seen = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_round_look", x => x.Id);
                    table.ForeignKey(
                        name: "FK_round_look_round_elector_Elector",
                        column: x => x.Elector,
                        principalTable: "round_elector",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "round_response",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Round = table.Column<Guid>(type: "uuid", nullable: false),
                    Elector = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Answer = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "text", nullable: true),
                    Comment = table.Column<string>(type: "text", nullable: true),
                    Passage = table.Column<string>(type: "text", nullable: true),
                    Choice = table.Column<string>(type: "text", nullable: true),
                    AmountPence = table.Column<long>(type: "bigint", nullable: true),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    VersionNumber = table.Column<int>(type: "integer", nullable: false),
                    Person = table.Column<Guid>(type: "uuid", nullable: true),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Capacity = table.Column<string>(type: "text", nullable: false),
                    Through = table.Column<string>(type: "text", nullable: true),
                    Way = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    EnteredBy = table.Column<Guid>(type: "uuid", nullable: true),
                    EnteredByName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Evidence = table.Column<string>(type: "text", nullable: true),
                    EvidenceLink = table.Column<string>(type: "text", nullable: true),
                    FileHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    FileName = table.Column<string>(type: "text", nullable: true),
                    FileType = table.Column<string>(type: "text", nullable: true),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Late = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_round_response", x => x.Id);
                    table.ForeignKey(
                        name: "FK_round_response_round_Round",
                        column: x => x.Round,
                        principalTable: "round",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_round_response_round_elector_Elector",
                        column: x => x.Elector,
                        principalTable: "round_elector",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "event_action",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Event = table.Column<Guid>(type: "uuid", nullable: false),
                    Person = table.Column<Guid>(type: "uuid", nullable: true),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    What = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    Due = table.Column<DateOnly>(type: "date", nullable: false),
                    MadeAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Because = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    ClosedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Outcome = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_event_action", x => x.Id);
                    table.ForeignKey(
                        name: "FK_event_action_event_Event",
                        column: x => x.Event,
                        principalTable: "event",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "event_allocation",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Event = table.Column<Guid>(type: "uuid", nullable: false),
                    Organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    OfferedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Offered = table.Column<int>(type: "integer", nullable: false),
                    GivenBack = table.Column<int>(type: "integer", nullable: false),
                    TakenBack = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_event_allocation", x => x.Id);
                    table.CheckConstraint("CK_event_allocation_held", "\"GivenBack\" + \"TakenBack\" <= \"Offered\"");
                    table.ForeignKey(
                        name: "FK_event_allocation_event_Event",
                        column: x => x.Event,
                        principalTable: "event",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_event_allocation_organisation_Organisation",
                        column: x => x.Organisation,
                        principalTable: "organisation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "event_paper",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Event = table.Column<Guid>(type: "uuid", nullable: false),
                    Place = table.Column<int>(type: "integer", nullable: false),
                    Title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Lead = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Link = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    Circulation = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Afterwards = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_event_paper", x => x.Id);
                    table.ForeignKey(
                        name: "FK_event_paper_event_Event",
                        column: x => x.Event,
                        principalTable: "event",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "event_session",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Event = table.Column<Guid>(type: "uuid", nullable: false),
                    Starts = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    Ends = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    Title = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    Room = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    About = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    Speakers = table.Column<List<string>>(type: "text[]", nullable: false),
                    Circulation = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    PermittedBy = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: true),
                    Invented = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_event_session", x => x.Id);
                    table.ForeignKey(
                        name: "FK_event_session_event_Event",
                        column: x => x.Event,
                        principalTable: "event",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "event_ticketing",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Event = table.Column<Guid>(type: "uuid", nullable: false),
                    Places = table.Column<int>(type: "integer", nullable: false),
                    Taken = table.Column<int>(type: "integer", nullable: false),
                    Share = table.Column<int>(type: "integer", nullable: false),
                    ShareUsed = table.Column<int>(type: "integer", nullable: false),
                    Waits = table.Column<int>(type: "integer", nullable: false),
                    Each = table.Column<int>(type: "integer", nullable: false),
                    NameBy = table.Column<DateOnly>(type: "date", nullable: false),
                    ForPublic = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_event_ticketing", x => x.Id);
                    table.CheckConstraint("CK_event_ticketing_never_oversold", "\"Taken\" <= \"Places\" AND \"Share\" <= \"Taken\" AND \"ShareUsed\" <= \"Share\" AND \"ShareUsed\" >= 0 AND \"Share\" >= 0");
                    table.ForeignKey(
                        name: "FK_event_ticketing_event_Event",
                        column: x => x.Event,
                        principalTable: "event",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "event_waiting",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Event = table.Column<Guid>(type: "uuid", nullable: false),
                    Organisation = table.Column<Guid>(type: "uuid", nullable: true),
                    Person = table.Column<Guid>(type: "uuid", nullable: true),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    EmailKey = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    OpenKey = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    Role = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Needs = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    EndedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_event_waiting", x => x.Id);
                    table.ForeignKey(
                        name: "FK_event_waiting_event_Event",
                        column: x => x.Event,
                        principalTable: "event",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "dissent",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Mandate = table.Column<Guid>(type: "uuid", nullable: false),
                    Elector = table.Column<Guid>(type: "uuid", nullable: false),
                    Member = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Text = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    Person = table.Column<Guid>(type: "uuid", nullable: true),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Capacity = table.Column<string>(type: "text", nullable: false),
                    Through = table.Column<string>(type: "text", nullable: true),
                    Way = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    EnteredBy = table.Column<Guid>(type: "uuid", nullable: true),
                    EnteredByName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Evidence = table.Column<string>(type: "text", nullable: true),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dissent", x => x.Id);
                    table.ForeignKey(
                        name: "FK_dissent_mandate_Mandate",
                        column: x => x.Mandate,
                        principalTable: "mandate",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_dissent_round_elector_Elector",
                        column: x => x.Elector,
                        principalTable: "round_elector",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "item",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Heading = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Mandate = table.Column<Guid>(type: "uuid", nullable: true),
                    Markdown = table.Column<string>(type: "text", nullable: false),
                    Html = table.Column<string>(type: "text", nullable: false),
                    Links = table.Column<string>(type: "text", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Circulation = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    PublicFrom = table.Column<DateOnly>(type: "date", nullable: true),
                    Named = table.Column<List<Guid>>(type: "uuid[]", nullable: false),
                    About = table.Column<List<Guid>>(type: "uuid[]", nullable: false),
                    AboutAll = table.Column<bool>(type: "boolean", nullable: false),
                    FiguresSource = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    Theme = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    PermittedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Invented = table.Column<bool>(type: "boolean", nullable: false),
                    WrittenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_item", x => x.Id);
                    table.ForeignKey(
                        name: "FK_item_mandate_Mandate",
                        column: x => x.Mandate,
                        principalTable: "mandate",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "release",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Mandate = table.Column<Guid>(type: "uuid", nullable: false),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Channel = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    About = table.Column<Guid>(type: "uuid", nullable: true),
                    By = table.Column<Guid>(type: "uuid", nullable: true),
                    ByName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    CameToNothing = table.Column<string>(type: "text", nullable: true),
                    SealedHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    ReadableHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    Sender = table.Column<Guid>(type: "uuid", nullable: true),
                    SenderName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    HandedInOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Receipt = table.Column<string>(type: "text", nullable: true),
                    FileHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    FileName = table.Column<string>(type: "text", nullable: true),
                    FileType = table.Column<string>(type: "text", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_release", x => x.Id);
                    table.ForeignKey(
                        name: "FK_release_mandate_Mandate",
                        column: x => x.Mandate,
                        principalTable: "mandate",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "disposition",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Round = table.Column<Guid>(type: "uuid", nullable: false),
                    Elector = table.Column<Guid>(type: "uuid", nullable: false),
                    Comment = table.Column<Guid>(type: "uuid", nullable: false),
                    Verdict = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    DecidedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    DecidedByName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    DecidedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Telling = table.Column<Guid>(type: "uuid", nullable: true),
                    ToldAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_disposition", x => x.Id);
                    table.ForeignKey(
                        name: "FK_disposition_round_response_Comment",
                        column: x => x.Comment,
                        principalTable: "round_response",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "event_ticket",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Event = table.Column<Guid>(type: "uuid", nullable: false),
                    Allocation = table.Column<Guid>(type: "uuid", nullable: true),
                    Organisation = table.Column<Guid>(type: "uuid", nullable: true),
                    Person = table.Column<Guid>(type: "uuid", nullable: true),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    EmailKey = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    HolderKey = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    Role = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Needs = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    Code = table.Column<string>(type: "character varying(7)", maxLength: 7, nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Through = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ThroughPerson = table.Column<Guid>(type: "uuid", nullable: true),
                    NamedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    EndedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    CheckedInAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_event_ticket", x => x.Id);
                    table.ForeignKey(
                        name: "FK_event_ticket_event_Event",
                        column: x => x.Event,
                        principalTable: "event",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_event_ticket_event_allocation_Allocation",
                        column: x => x.Allocation,
                        principalTable: "event_allocation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "published_item",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Item = table.Column<Guid>(type: "uuid", nullable: false),
                    Slug = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Heading = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Content = table.Column<string>(type: "text", nullable: false),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Mandate = table.Column<Guid>(type: "uuid", nullable: true),
                    About = table.Column<List<Guid>>(type: "uuid[]", nullable: false),
                    AboutAll = table.Column<bool>(type: "boolean", nullable: false),
                    Theme = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    ApprovedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Approver = table.Column<Guid>(type: "uuid", nullable: true),
                    ApprovedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    GoesAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    PublishedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ChangedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    TakenOffAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    TakenOffWhy = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    Returned = table.Column<string>(type: "text", nullable: true),
                    Invented = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_published_item", x => x.Id);
                    table.ForeignKey(
                        name: "FK_published_item_item_Item",
                        column: x => x.Item,
                        principalTable: "item",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "social_post",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Item = table.Column<Guid>(type: "uuid", nullable: false),
                    Channel = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Heading = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    Text = table.Column<string>(type: "character varying(5000)", maxLength: 5000, nullable: false),
                    Picture = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Alt = table.Column<string>(type: "character varying(5000)", maxLength: 5000, nullable: true),
                    About = table.Column<List<Guid>>(type: "uuid[]", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    WrittenBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Writer = table.Column<Guid>(type: "uuid", nullable: true),
                    WrittenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    BegunAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    BegunBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Beginner = table.Column<Guid>(type: "uuid", nullable: true),
                    Address = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    AddressKey = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    PostedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Why = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    Invented = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_social_post", x => x.Id);
                    table.ForeignKey(
                        name: "FK_social_post_item_Item",
                        column: x => x.Item,
                        principalTable: "item",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "event_invitee",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Event = table.Column<Guid>(type: "uuid", nullable: false),
                    Person = table.Column<Guid>(type: "uuid", nullable: true),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Role = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Organisation = table.Column<Guid>(type: "uuid", nullable: true),
                    Reason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    LeftOut = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    InvitedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    WalkIn = table.Column<bool>(type: "boolean", nullable: false),
                    Ticket = table.Column<Guid>(type: "uuid", nullable: true),
                    Reply = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    RepliedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Through = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    ThroughPerson = table.Column<Guid>(type: "uuid", nullable: true),
                    DeputyName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    DeputyEmail = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    DeputyKey = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    DeputyRole = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    DeputiesNamed = table.Column<int>(type: "integer", nullable: false),
                    Presence = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_event_invitee", x => x.Id);
                    table.ForeignKey(
                        name: "FK_event_invitee_event_Event",
                        column: x => x.Event,
                        principalTable: "event",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_event_invitee_event_ticket_Ticket",
                        column: x => x.Ticket,
                        principalTable: "event_ticket",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_annual_report_Approver",
                table: "annual_report",
                column: "Approver");

            migrationBuilder.CreateIndex(
                name: "IX_annual_report_Plan",
                table: "annual_report",
                column: "Plan",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_annual_report_Year",
                table: "annual_report",
                column: "Year",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_api_token_Hash",
                table: "api_token",
                column: "Hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_api_token_Name",
                table: "api_token",
                column: "Name");

            migrationBuilder.CreateIndex(
                name: "IX_ask_day_Day",
                table: "ask_day",
                column: "Day");

            migrationBuilder.CreateIndex(
                name: "IX_ask_letter_At",
                table: "ask_letter",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_ask_letter_Batch",
                table: "ask_letter",
                column: "Batch");

            migrationBuilder.CreateIndex(
                name: "IX_ask_letter_Person_At",
                table: "ask_letter",
                columns: new[] { "Person", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_ask_line_Kind_Key",
                table: "ask_line",
                columns: new[] { "Kind", "Key" });

            migrationBuilder.CreateIndex(
                name: "IX_ask_line_Letter",
                table: "ask_line",
                column: "Letter");

            migrationBuilder.CreateIndex(
                name: "IX_audience_Code",
                table: "audience",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_audit_entry_ByPerson",
                table: "audit_entry",
                column: "ByPerson");

            migrationBuilder.CreateIndex(
                name: "IX_audit_entry_Position",
                table: "audit_entry",
                column: "Position",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_audit_entry_RecordType_RecordId_Id",
                table: "audit_entry",
                columns: new[] { "RecordType", "RecordId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_bank_holiday_Date",
                table: "bank_holiday",
                column: "Date",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_batch_About_Class",
                table: "batch",
                columns: new[] { "About", "Class" });

            migrationBuilder.CreateIndex(
                name: "IX_batch_State_Priority_NotBefore",
                table: "batch",
                columns: new[] { "State", "Priority", "NotBefore" });

            migrationBuilder.CreateIndex(
                name: "IX_batch_order_Batch",
                table: "batch_order",
                column: "Batch");

            migrationBuilder.CreateIndex(
                name: "IX_benefit_Deal_Due",
                table: "benefit",
                columns: new[] { "Deal", "Due" });

            migrationBuilder.CreateIndex(
                name: "IX_beside_confirmation_EnteredBy",
                table: "beside_confirmation",
                column: "EnteredBy");

            migrationBuilder.CreateIndex(
                name: "IX_beside_confirmation_Organisation",
                table: "beside_confirmation",
                column: "Organisation");

            migrationBuilder.CreateIndex(
                name: "IX_beside_confirmation_Step_Organisation",
                table: "beside_confirmation",
                columns: new[] { "Step", "Organisation" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_budget_entry_Counters",
                table: "budget_entry",
                column: "Counters",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_budget_entry_Event",
                table: "budget_entry",
                column: "Event");

            migrationBuilder.CreateIndex(
                name: "IX_budget_entry_From",
                table: "budget_entry",
                column: "From");

            migrationBuilder.CreateIndex(
                name: "IX_budget_entry_Line_On",
                table: "budget_entry",
                columns: new[] { "Line", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_budget_line_Code",
                table: "budget_line",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_budget_line_Source",
                table: "budget_line",
                column: "Source");

            migrationBuilder.CreateIndex(
                name: "IX_check_round_Opens",
                table: "check_round",
                column: "Opens",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_commitment_change_Organisation",
                table: "commitment_change",
                column: "Organisation");

            migrationBuilder.CreateIndex(
                name: "IX_commitment_change_Plan_Organisation",
                table: "commitment_change",
                columns: new[] { "Plan", "Organisation" });

            migrationBuilder.CreateIndex(
                name: "IX_consultation_Deadline_Id",
                table: "consultation",
                columns: new[] { "Deadline", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_consultation_Organisation",
                table: "consultation",
                column: "Organisation");

            migrationBuilder.CreateIndex(
                name: "IX_consultation_Round",
                table: "consultation",
                column: "Round");

            migrationBuilder.CreateIndex(
                name: "IX_deal_Event",
                table: "deal",
                column: "Event");

            migrationBuilder.CreateIndex(
                name: "IX_deal_NextOn",
                table: "deal",
                column: "NextOn");

            migrationBuilder.CreateIndex(
                name: "IX_deal_Organisation",
                table: "deal",
                column: "Organisation");

            migrationBuilder.CreateIndex(
                name: "IX_deal_Owner",
                table: "deal",
                column: "Owner");

            migrationBuilder.CreateIndex(
                name: "IX_deal_move_Deal_At",
                table: "deal_move",
                columns: new[] { "Deal", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_decision_About",
                table: "decision",
                column: "About");

            migrationBuilder.CreateIndex(
                name: "IX_decision_Date",
                table: "decision",
                column: "Date");

            migrationBuilder.CreateIndex(
                name: "IX_decision_Round",
                table: "decision",
                column: "Round",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_decision_hand_Decision_Code",
                table: "decision_hand",
                columns: new[] { "Decision", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_decision_hand_Grouping",
                table: "decision_hand",
                column: "Grouping");

            migrationBuilder.CreateIndex(
                name: "IX_decision_hand_Person",
                table: "decision_hand",
                column: "Person");

            migrationBuilder.CreateIndex(
                name: "IX_delivery_AddressKey",
                table: "delivery",
                column: "AddressKey");

            migrationBuilder.CreateIndex(
                name: "IX_delivery_Batch_AddressKey",
                table: "delivery",
                columns: new[] { "Batch", "AddressKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_delivery_Batch_State_Id",
                table: "delivery",
                columns: new[] { "Batch", "State", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_delivery_claimable",
                table: "delivery",
                columns: new[] { "Batch", "Id" },
                filter: "\"State\" IN ('Queued','Deferred')");

            migrationBuilder.CreateIndex(
                name: "IX_delivery_held",
                table: "delivery",
                columns: new[] { "Worker", "State" },
                filter: "\"State\" IN ('Claimed','Sending')");

            migrationBuilder.CreateIndex(
                name: "IX_delivery_Person",
                table: "delivery",
                column: "Person");

            migrationBuilder.CreateIndex(
                name: "IX_details_check_At",
                table: "details_check",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_details_check_Person_At",
                table: "details_check",
                columns: new[] { "Person", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_details_check_SettledAt_Id",
                table: "details_check",
                columns: new[] { "SettledAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_disposition_Comment",
                table: "disposition",
                column: "Comment",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_disposition_DecidedBy",
                table: "disposition",
                column: "DecidedBy");

            migrationBuilder.CreateIndex(
                name: "IX_disposition_Elector",
                table: "disposition",
                column: "Elector");

            migrationBuilder.CreateIndex(
                name: "IX_disposition_Round",
                table: "disposition",
                column: "Round");

            migrationBuilder.CreateIndex(
                name: "IX_disposition_Telling",
                table: "disposition",
                column: "Telling");

            migrationBuilder.CreateIndex(
                name: "IX_dissent_Elector",
                table: "dissent",
                column: "Elector");

            migrationBuilder.CreateIndex(
                name: "IX_dissent_EnteredBy",
                table: "dissent",
                column: "EnteredBy");

            migrationBuilder.CreateIndex(
                name: "IX_dissent_Mandate_Elector",
                table: "dissent",
                columns: new[] { "Mandate", "Elector" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_dissent_Person",
                table: "dissent",
                column: "Person");

            migrationBuilder.CreateIndex(
                name: "IX_edition_Approver",
                table: "edition",
                column: "Approver");

            migrationBuilder.CreateIndex(
                name: "IX_edition_Kind_Year_Number",
                table: "edition",
                columns: new[] { "Kind", "Year", "Number" },
                unique: true,
                filter: "\"State\" <> 'Cancelled'");

            migrationBuilder.CreateIndex(
                name: "IX_edition_State",
                table: "edition",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_engagement_On",
                table: "engagement",
                column: "On");

            migrationBuilder.CreateIndex(
                name: "IX_engagement_Organisation_On",
                table: "engagement",
                columns: new[] { "Organisation", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_engagement_person_Engagement",
                table: "engagement_person",
                column: "Engagement");

            migrationBuilder.CreateIndex(
                name: "IX_engagement_person_Person",
                table: "engagement_person",
                column: "Person");

            migrationBuilder.CreateIndex(
                name: "IX_enquiry_ClosedAt_Id",
                table: "enquiry",
                columns: new[] { "ClosedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_enquiry_CountedAt",
                table: "enquiry",
                column: "CountedAt");

            migrationBuilder.CreateIndex(
                name: "IX_enquiry_EmailKey",
                table: "enquiry",
                column: "EmailKey");

            migrationBuilder.CreateIndex(
                name: "IX_enquiry_FormKey",
                table: "enquiry",
                column: "FormKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_enquiry_Reference",
                table: "enquiry",
                column: "Reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_enquiry_State_Due_Id",
                table: "enquiry",
                columns: new[] { "State", "Due", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_enquiry_contact_Member",
                table: "enquiry_contact",
                column: "Member",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_enquiry_contact_Person",
                table: "enquiry_contact",
                column: "Person");

            migrationBuilder.CreateIndex(
                name: "IX_enquiry_handover_Enquiry",
                table: "enquiry_handover",
                column: "Enquiry");

            migrationBuilder.CreateIndex(
                name: "IX_enquiry_handover_Member",
                table: "enquiry_handover",
                column: "Member");

            migrationBuilder.CreateIndex(
                name: "IX_enquiry_handover_Person",
                table: "enquiry_handover",
                column: "Person");

            migrationBuilder.CreateIndex(
                name: "IX_enquiry_handover_Settler",
                table: "enquiry_handover",
                column: "Settler");

            migrationBuilder.CreateIndex(
                name: "IX_enquiry_handover_State_Due",
                table: "enquiry_handover",
                columns: new[] { "State", "Due" });

            migrationBuilder.CreateIndex(
                name: "IX_enquiry_line_Author",
                table: "enquiry_line",
                column: "Author");

            migrationBuilder.CreateIndex(
                name: "IX_enquiry_line_Enquiry_At",
                table: "enquiry_line",
                columns: new[] { "Enquiry", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_enquiry_line_MessageKey",
                table: "enquiry_line",
                column: "MessageKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_event_Day_Id",
                table: "event",
                columns: new[] { "Day", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_event_Kind",
                table: "event",
                column: "Kind");

            migrationBuilder.CreateIndex(
                name: "IX_event_Planned",
                table: "event",
                column: "Planned");

            migrationBuilder.CreateIndex(
                name: "IX_event_Slug",
                table: "event",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_event_action_Event",
                table: "event_action",
                column: "Event");

            migrationBuilder.CreateIndex(
                name: "IX_event_action_Person",
                table: "event_action",
                column: "Person");

            migrationBuilder.CreateIndex(
                name: "IX_event_allocation_Event_Organisation",
                table: "event_allocation",
                columns: new[] { "Event", "Organisation" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_event_allocation_Organisation",
                table: "event_allocation",
                column: "Organisation");

            migrationBuilder.CreateIndex(
                name: "IX_event_invitee_Event_Person",
                table: "event_invitee",
                columns: new[] { "Event", "Person" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_event_invitee_Person",
                table: "event_invitee",
                column: "Person");

            migrationBuilder.CreateIndex(
                name: "IX_event_invitee_ThroughPerson",
                table: "event_invitee",
                column: "ThroughPerson");

            migrationBuilder.CreateIndex(
                name: "IX_event_invitee_Ticket",
                table: "event_invitee",
                column: "Ticket",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_event_kind_Code",
                table: "event_kind",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_event_paper_Event_Place",
                table: "event_paper",
                columns: new[] { "Event", "Place" });

            migrationBuilder.CreateIndex(
                name: "IX_event_session_Event_Starts",
                table: "event_session",
                columns: new[] { "Event", "Starts" });

            migrationBuilder.CreateIndex(
                name: "IX_event_ticket_Allocation",
                table: "event_ticket",
                column: "Allocation");

            migrationBuilder.CreateIndex(
                name: "IX_event_ticket_Code",
                table: "event_ticket",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_event_ticket_EmailKey",
                table: "event_ticket",
                column: "EmailKey");

            migrationBuilder.CreateIndex(
                name: "IX_event_ticket_Event_HolderKey",
                table: "event_ticket",
                columns: new[] { "Event", "HolderKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_event_ticket_Person",
                table: "event_ticket",
                column: "Person");

            migrationBuilder.CreateIndex(
                name: "IX_event_ticketing_Event",
                table: "event_ticketing",
                column: "Event",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_event_waiting_EmailKey",
                table: "event_waiting",
                column: "EmailKey");

            migrationBuilder.CreateIndex(
                name: "IX_event_waiting_Event_Number",
                table: "event_waiting",
                columns: new[] { "Event", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_event_waiting_Event_OpenKey",
                table: "event_waiting",
                columns: new[] { "Event", "OpenKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_event_waiting_Person",
                table: "event_waiting",
                column: "Person");

            migrationBuilder.CreateIndex(
                name: "IX_grant_of_role_Person",
                table: "grant_of_role",
                column: "Person");

            migrationBuilder.CreateIndex(
                name: "IX_grouping_Code",
                table: "grouping",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_grouping_member_Grouping",
                table: "grouping_member",
                column: "Grouping");

            migrationBuilder.CreateIndex(
                name: "IX_grouping_member_Organisation",
                table: "grouping_member",
                column: "Organisation");

            migrationBuilder.CreateIndex(
                name: "IX_hand_evidence_EnteredBy",
                table: "hand_evidence",
                column: "EnteredBy");

            migrationBuilder.CreateIndex(
                name: "IX_hand_evidence_Outcome",
                table: "hand_evidence",
                column: "Outcome");

            migrationBuilder.CreateIndex(
                name: "IX_import_row_EmailKey",
                table: "import_row",
                column: "EmailKey");

            migrationBuilder.CreateIndex(
                name: "IX_import_row_Import_EmailKey",
                table: "import_row",
                columns: new[] { "Import", "EmailKey" });

            migrationBuilder.CreateIndex(
                name: "IX_import_row_Import_SortName",
                table: "import_row",
                columns: new[] { "Import", "SortName" });

            migrationBuilder.CreateIndex(
                name: "IX_import_row_Person",
                table: "import_row",
                column: "Person");

            migrationBuilder.CreateIndex(
                name: "IX_indicator_Code",
                table: "indicator",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_item_Mandate",
                table: "item",
                column: "Mandate");

            migrationBuilder.CreateIndex(
                name: "IX_item_WrittenAt_Id",
                table: "item",
                columns: new[] { "WrittenAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_line_Mandate",
                table: "line",
                column: "Mandate");

            migrationBuilder.CreateIndex(
                name: "IX_line_Member",
                table: "line",
                column: "Member");

            migrationBuilder.CreateIndex(
                name: "IX_line_Person",
                table: "line",
                column: "Person");

            migrationBuilder.CreateIndex(
                name: "IX_line_Theme_EndedAt",
                table: "line",
                columns: new[] { "Theme", "EndedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_mailbox_letter_At_Id",
                table: "mailbox_letter",
                columns: new[] { "At", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_mailbox_letter_Delivery",
                table: "mailbox_letter",
                column: "Delivery");

            migrationBuilder.CreateIndex(
                name: "IX_mailbox_letter_To",
                table: "mailbox_letter",
                column: "To");

            migrationBuilder.CreateIndex(
                name: "IX_mandate_Decision",
                table: "mandate",
                column: "Decision");

            migrationBuilder.CreateIndex(
                name: "IX_mandate_Hash",
                table: "mandate",
                column: "Hash");

            migrationBuilder.CreateIndex(
                name: "IX_mandate_Round",
                table: "mandate",
                column: "Round",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_media_call_Member",
                table: "media_call",
                column: "Member");

            migrationBuilder.CreateIndex(
                name: "IX_media_call_Person",
                table: "media_call",
                column: "Person");

            migrationBuilder.CreateIndex(
                name: "IX_media_call_Request",
                table: "media_call",
                column: "Request");

            migrationBuilder.CreateIndex(
                name: "IX_media_request_ClosedAt",
                table: "media_request",
                column: "ClosedAt");

            migrationBuilder.CreateIndex(
                name: "IX_media_request_EmailKey",
                table: "media_request",
                column: "EmailKey");

            migrationBuilder.CreateIndex(
                name: "IX_media_request_Member",
                table: "media_request",
                column: "Member");

            migrationBuilder.CreateIndex(
                name: "IX_media_request_ReceivedAt_Id",
                table: "media_request",
                columns: new[] { "ReceivedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_media_request_Speaker",
                table: "media_request",
                column: "Speaker");

            migrationBuilder.CreateIndex(
                name: "IX_member_return_Member",
                table: "member_return",
                column: "Member");

            migrationBuilder.CreateIndex(
                name: "IX_member_return_Report_Member",
                table: "member_return",
                columns: new[] { "Report", "Member" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_member_return_Signer",
                table: "member_return",
                column: "Signer");

            migrationBuilder.CreateIndex(
                name: "IX_member_return_Writer",
                table: "member_return",
                column: "Writer");

            migrationBuilder.CreateIndex(
                name: "IX_member_talk_Member",
                table: "member_talk",
                column: "Member");

            migrationBuilder.CreateIndex(
                name: "IX_member_talk_Organisation",
                table: "member_talk",
                column: "Organisation");

            migrationBuilder.CreateIndex(
                name: "IX_member_talk_Person",
                table: "member_talk",
                column: "Person");

            migrationBuilder.CreateIndex(
                name: "IX_notice_Sender",
                table: "notice",
                column: "Sender");

            migrationBuilder.CreateIndex(
                name: "IX_notice_SentAt",
                table: "notice",
                column: "SentAt");

            migrationBuilder.CreateIndex(
                name: "IX_notice_Writer",
                table: "notice",
                column: "Writer");

            migrationBuilder.CreateIndex(
                name: "IX_operational_report_IssuedAt",
                table: "operational_report",
                column: "IssuedAt");

            migrationBuilder.CreateIndex(
                name: "IX_operational_report_Issuer",
                table: "operational_report",
                column: "Issuer");

            migrationBuilder.CreateIndex(
                name: "IX_operational_report_Plan_Number_Issue",
                table: "operational_report",
                columns: new[] { "Plan", "Number", "Issue" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_organisation_Code",
                table: "organisation",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_organisation_Kind_SortName_Id",
                table: "organisation",
                columns: new[] { "Kind", "SortName", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_organisation_Parent",
                table: "organisation",
                column: "Parent");

            migrationBuilder.CreateIndex(
                name: "IX_outcome_Owner",
                table: "outcome",
                column: "Owner");

            migrationBuilder.CreateIndex(
                name: "IX_outcome_Plan_Code",
                table: "outcome",
                columns: new[] { "Plan", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_people_import_State",
                table: "people_import",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_person_Canonical",
                table: "person",
                column: "Canonical");

            migrationBuilder.CreateIndex(
                name: "IX_person_EmailKey",
                table: "person",
                column: "EmailKey");

            migrationBuilder.CreateIndex(
                name: "IX_person_PackKey",
                table: "person",
                column: "PackKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_person_SortName_Id",
                table: "person",
                columns: new[] { "SortName", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_pillar_Plan_Code",
                table: "pillar",
                columns: new[] { "Plan", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_plan_First",
                table: "plan",
                column: "First",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_plan_cost_Plan_Code",
                table: "plan_cost",
                columns: new[] { "Plan", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_plan_step_Plan_Code",
                table: "plan_step",
                columns: new[] { "Plan", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_plan_step_TakenBy",
                table: "plan_step",
                column: "TakenBy");

            migrationBuilder.CreateIndex(
                name: "IX_planned_date_Outcome_Number",
                table: "planned_date",
                columns: new[] { "Outcome", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_position_Organisation_Kind",
                table: "position",
                columns: new[] { "Organisation", "Kind" });

            migrationBuilder.CreateIndex(
                name: "IX_position_Person",
                table: "position",
                column: "Person");

            migrationBuilder.CreateIndex(
                name: "IX_practice_answer_Case",
                table: "practice_answer",
                column: "Case");

            migrationBuilder.CreateIndex(
                name: "IX_practice_answer_Member",
                table: "practice_answer",
                column: "Member");

            migrationBuilder.CreateIndex(
                name: "IX_practice_answer_Person",
                table: "practice_answer",
                column: "Person");

            migrationBuilder.CreateIndex(
                name: "IX_practice_answer_Question_At",
                table: "practice_answer",
                columns: new[] { "Question", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_practice_case_Member",
                table: "practice_case",
                column: "Member");

            migrationBuilder.CreateIndex(
                name: "IX_practice_case_Sharer",
                table: "practice_case",
                column: "Sharer");

            migrationBuilder.CreateIndex(
                name: "IX_practice_case_Shown",
                table: "practice_case",
                column: "Shown");

            migrationBuilder.CreateIndex(
                name: "IX_practice_case_Slug",
                table: "practice_case",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_practice_case_State_SharedAt",
                table: "practice_case",
                columns: new[] { "State", "SharedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_practice_question_At",
                table: "practice_question",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_practice_question_Closer",
                table: "practice_question",
                column: "Closer");

            migrationBuilder.CreateIndex(
                name: "IX_practice_question_Member",
                table: "practice_question",
                column: "Member");

            migrationBuilder.CreateIndex(
                name: "IX_practice_question_Person",
                table: "practice_question",
                column: "Person");

            migrationBuilder.CreateIndex(
                name: "IX_practice_question_State_Due",
                table: "practice_question",
                columns: new[] { "State", "Due" });

            migrationBuilder.CreateIndex(
                name: "IX_practice_question_Typist",
                table: "practice_question",
                column: "Typist");

            migrationBuilder.CreateIndex(
                name: "IX_practice_use_At",
                table: "practice_use",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_practice_use_Case_Member",
                table: "practice_use",
                columns: new[] { "Case", "Member" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_practice_use_Member",
                table: "practice_use",
                column: "Member");

            migrationBuilder.CreateIndex(
                name: "IX_practice_use_Person",
                table: "practice_use",
                column: "Person");

            migrationBuilder.CreateIndex(
                name: "IX_practice_version_Contact",
                table: "practice_version",
                column: "Contact");

            migrationBuilder.CreateIndex(
                name: "IX_practice_version_Of_Number",
                table: "practice_version",
                columns: new[] { "Of", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_practice_version_Writer",
                table: "practice_version",
                column: "Writer");

            migrationBuilder.CreateIndex(
                name: "IX_promise_End_Due",
                table: "promise",
                columns: new[] { "End", "Due" });

            migrationBuilder.CreateIndex(
                name: "IX_promise_Engagement",
                table: "promise",
                column: "Engagement");

            migrationBuilder.CreateIndex(
                name: "IX_promise_Organisation",
                table: "promise",
                column: "Organisation");

            migrationBuilder.CreateIndex(
                name: "IX_promise_Person",
                table: "promise",
                column: "Person");

            migrationBuilder.CreateIndex(
                name: "IX_publication_Approver",
                table: "publication",
                column: "Approver");

            migrationBuilder.CreateIndex(
                name: "IX_publication_Slug",
                table: "publication",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_publication_State_Date",
                table: "publication",
                columns: new[] { "State", "Date" });

            migrationBuilder.CreateIndex(
                name: "IX_published_item_Approver",
                table: "published_item",
                column: "Approver");

            migrationBuilder.CreateIndex(
                name: "IX_published_item_Item",
                table: "published_item",
                column: "Item",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_published_item_Slug",
                table: "published_item",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_published_item_State_PublishedAt",
                table: "published_item",
                columns: new[] { "State", "PublishedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_relationship_Organisation",
                table: "relationship",
                column: "Organisation",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_relationship_Owner",
                table: "relationship",
                column: "Owner");

            migrationBuilder.CreateIndex(
                name: "IX_release_About",
                table: "release",
                column: "About");

            migrationBuilder.CreateIndex(
                name: "IX_release_By",
                table: "release",
                column: "By");

            migrationBuilder.CreateIndex(
                name: "IX_release_Mandate",
                table: "release",
                column: "Mandate");

            migrationBuilder.CreateIndex(
                name: "IX_release_Sender",
                table: "release",
                column: "Sender");

            migrationBuilder.CreateIndex(
                name: "IX_round_About",
                table: "round",
                column: "About");

            migrationBuilder.CreateIndex(
                name: "IX_round_FirstCorrectorId",
                table: "round",
                column: "FirstCorrectorId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_round_SecondCorrectorId",
                table: "round",
                column: "SecondCorrectorId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_round_State",
                table: "round",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_round_call_By",
                table: "round_call",
                column: "By");

            migrationBuilder.CreateIndex(
                name: "IX_round_call_Elector",
                table: "round_call",
                column: "Elector");

            migrationBuilder.CreateIndex(
                name: "IX_round_call_Round",
                table: "round_call",
                column: "Round");

            migrationBuilder.CreateIndex(
                name: "IX_round_correction_Elector",
                table: "round_correction",
                column: "Elector");

            migrationBuilder.CreateIndex(
                name: "IX_round_correction_FirstBy",
                table: "round_correction",
                column: "FirstBy");

            migrationBuilder.CreateIndex(
                name: "IX_round_correction_ObjectedBy",
                table: "round_correction",
                column: "ObjectedBy");

            migrationBuilder.CreateIndex(
                name: "IX_round_correction_ObjectUntil",
                table: "round_correction",
                column: "ObjectUntil");

            migrationBuilder.CreateIndex(
                name: "IX_round_correction_ProposedBy",
                table: "round_correction",
                column: "ProposedBy");

            migrationBuilder.CreateIndex(
                name: "IX_round_correction_Round",
                table: "round_correction",
                column: "Round");

            migrationBuilder.CreateIndex(
                name: "IX_round_correction_SecondBy",
                table: "round_correction",
                column: "SecondBy");

            migrationBuilder.CreateIndex(
                name: "IX_round_correction_under_way",
                table: "round_correction",
                column: "Round",
                unique: true,
                filter: "\"State\" IN ('Proposed', 'GoneRound')");

            migrationBuilder.CreateIndex(
                name: "IX_round_corrector_Person",
                table: "round_corrector",
                column: "Person");

            migrationBuilder.CreateIndex(
                name: "IX_round_corrector_Round_Place",
                table: "round_corrector",
                columns: new[] { "Round", "Place" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_round_elector_Grouping",
                table: "round_elector",
                column: "Grouping");

            migrationBuilder.CreateIndex(
                name: "IX_round_elector_Organisation",
                table: "round_elector",
                column: "Organisation");

            migrationBuilder.CreateIndex(
                name: "IX_round_elector_Round_Code",
                table: "round_elector",
                columns: new[] { "Round", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_round_elector_person_Elector",
                table: "round_elector_person",
                column: "Elector");

            migrationBuilder.CreateIndex(
                name: "IX_round_elector_person_Person",
                table: "round_elector_person",
                column: "Person");

            migrationBuilder.CreateIndex(
                name: "IX_round_look_Elector",
                table: "round_look",
                column: "Elector");

            migrationBuilder.CreateIndex(
                name: "IX_round_look_Person",
                table: "round_look",
                column: "Person");

            migrationBuilder.CreateIndex(
                name: "IX_round_look_Round_Elector_Person_Number",
                table: "round_look",
                columns: new[] { "Round", "Elector", "Person", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_round_response_Elector",
                table: "round_response",
                column: "Elector");

            migrationBuilder.CreateIndex(
                name: "IX_round_response_EnteredBy",
                table: "round_response",
                column: "EnteredBy");

            migrationBuilder.CreateIndex(
                name: "IX_round_response_Person",
                table: "round_response",
                column: "Person");

            migrationBuilder.CreateIndex(
                name: "IX_round_response_Round_Number",
                table: "round_response",
                columns: new[] { "Round", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_round_rule_Code",
                table: "round_rule",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_round_version_Hash",
                table: "round_version",
                column: "Hash");

            migrationBuilder.CreateIndex(
                name: "IX_round_version_Round_Number",
                table: "round_version",
                columns: new[] { "Round", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_search_Kind_Record",
                table: "search",
                columns: new[] { "Kind", "Record" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_seat_Grouping",
                table: "seat",
                column: "Grouping");

            migrationBuilder.CreateIndex(
                name: "IX_seat_Person",
                table: "seat",
                column: "Person");

            migrationBuilder.CreateIndex(
                name: "IX_session_BeganAt",
                table: "session",
                column: "BeganAt");

            migrationBuilder.CreateIndex(
                name: "IX_session_Person",
                table: "session",
                column: "Person");

            migrationBuilder.CreateIndex(
                name: "IX_set_aside_mail_At",
                table: "set_aside_mail",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_sign_in_request_Address_AskedAt",
                table: "sign_in_request",
                columns: new[] { "Address", "AskedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_sign_in_request_AskedAt",
                table: "sign_in_request",
                column: "AskedAt");

            migrationBuilder.CreateIndex(
                name: "IX_sign_in_request_Browser",
                table: "sign_in_request",
                column: "Browser");

            migrationBuilder.CreateIndex(
                name: "IX_sign_in_request_Link",
                table: "sign_in_request",
                column: "Link");

            migrationBuilder.CreateIndex(
                name: "IX_site_page_Slug",
                table: "site_page",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_site_page_version_Page_Number",
                table: "site_page_version",
                columns: new[] { "Page", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_site_page_version_Publisher",
                table: "site_page_version",
                column: "Publisher");

            migrationBuilder.CreateIndex(
                name: "IX_social_post_AddressKey",
                table: "social_post",
                column: "AddressKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_social_post_Beginner",
                table: "social_post",
                column: "Beginner");

            migrationBuilder.CreateIndex(
                name: "IX_social_post_Item",
                table: "social_post",
                column: "Item");

            migrationBuilder.CreateIndex(
                name: "IX_social_post_PostedOn",
                table: "social_post",
                column: "PostedOn");

            migrationBuilder.CreateIndex(
                name: "IX_social_post_State_Day",
                table: "social_post",
                columns: new[] { "State", "Day" });

            migrationBuilder.CreateIndex(
                name: "IX_social_post_Writer",
                table: "social_post",
                column: "Writer");

            migrationBuilder.CreateIndex(
                name: "IX_speaks_on_Person",
                table: "speaks_on",
                column: "Person",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_submission_Consultation",
                table: "submission",
                column: "Consultation");

            migrationBuilder.CreateIndex(
                name: "IX_submission_Member",
                table: "submission",
                column: "Member");

            migrationBuilder.CreateIndex(
                name: "IX_submission_Person",
                table: "submission",
                column: "Person");

            migrationBuilder.CreateIndex(
                name: "IX_subscriber_ConfirmedAt",
                table: "subscriber",
                column: "ConfirmedAt");

            migrationBuilder.CreateIndex(
                name: "IX_subscriber_EmailKey",
                table: "subscriber",
                column: "EmailKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_theme_Code",
                table: "theme",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_unsubscription_List_AddressKey",
                table: "unsubscription",
                columns: new[] { "List", "AddressKey" });

            migrationBuilder.CreateIndex(
                name: "IX_unsubscription_Person",
                table: "unsubscription",
                column: "Person");

            migrationBuilder.CreateIndex(
                name: "IX_wish_Call",
                table: "wish",
                column: "Call");

            migrationBuilder.CreateIndex(
                name: "IX_wish_MadeInto",
                table: "wish",
                column: "MadeInto");

            migrationBuilder.CreateIndex(
                name: "IX_wish_Person",
                table: "wish",
                column: "Person");

            migrationBuilder.CreateIndex(
                name: "IX_wish_call_Closes",
                table: "wish_call",
                column: "Closes");

            migrationBuilder.CreateIndex(
                name: "IX_wish_ranking_Call_Member",
                table: "wish_ranking",
                columns: new[] { "Call", "Member" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_wish_ranking_Person",
                table: "wish_ranking",
                column: "Person");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "api_token");

            migrationBuilder.DropTable(
                name: "ask_day");

            migrationBuilder.DropTable(
                name: "ask_line");

            migrationBuilder.DropTable(
                name: "attempt");

            migrationBuilder.DropTable(
                name: "audience");

            migrationBuilder.DropTable(
                name: "audit_entry");

            migrationBuilder.DropTable(
                name: "bank_holiday");

            migrationBuilder.DropTable(
                name: "batch_order");

            migrationBuilder.DropTable(
                name: "benefit");

            migrationBuilder.DropTable(
                name: "beside_confirmation");

            migrationBuilder.DropTable(
                name: "budget_entry");

            migrationBuilder.DropTable(
                name: "check_round");

            migrationBuilder.DropTable(
                name: "check_settings");

            migrationBuilder.DropTable(
                name: "commitment_change");

            migrationBuilder.DropTable(
                name: "deal_move");

            migrationBuilder.DropTable(
                name: "decision_hand");

            migrationBuilder.DropTable(
                name: "delivery");

            migrationBuilder.DropTable(
                name: "details_check");

            migrationBuilder.DropTable(
                name: "disposition");

            migrationBuilder.DropTable(
                name: "dissent");

            migrationBuilder.DropTable(
                name: "download_count");

            migrationBuilder.DropTable(
                name: "edition");

            migrationBuilder.DropTable(
                name: "engagement_person");

            migrationBuilder.DropTable(
                name: "enquiry_contact");

            migrationBuilder.DropTable(
                name: "enquiry_handover");

            migrationBuilder.DropTable(
                name: "enquiry_line");

            migrationBuilder.DropTable(
                name: "enquiry_settings");

            migrationBuilder.DropTable(
                name: "event_action");

            migrationBuilder.DropTable(
                name: "event_invitee");

            migrationBuilder.DropTable(
                name: "event_paper");

            migrationBuilder.DropTable(
                name: "event_session");

            migrationBuilder.DropTable(
                name: "event_ticketing");

            migrationBuilder.DropTable(
                name: "event_waiting");

            migrationBuilder.DropTable(
                name: "finder_file");

            migrationBuilder.DropTable(
                name: "grant_of_role");

            migrationBuilder.DropTable(
                name: "grouping_member");

            migrationBuilder.DropTable(
                name: "hand_evidence");

            migrationBuilder.DropTable(
                name: "hold");

            migrationBuilder.DropTable(
                name: "import_row");

            migrationBuilder.DropTable(
                name: "indicator");

            migrationBuilder.DropTable(
                name: "line");

            migrationBuilder.DropTable(
                name: "mailbox_letter");

            migrationBuilder.DropTable(
                name: "media_call");

            migrationBuilder.DropTable(
                name: "member_return");

            migrationBuilder.DropTable(
                name: "member_talk");

            migrationBuilder.DropTable(
                name: "notice");

            migrationBuilder.DropTable(
                name: "operational_report");

            migrationBuilder.DropTable(
                name: "pace");

            migrationBuilder.DropTable(
                name: "pack_value");

            migrationBuilder.DropTable(
                name: "pillar");

            migrationBuilder.DropTable(
                name: "plan_cost");

            migrationBuilder.DropTable(
                name: "position");

            migrationBuilder.DropTable(
                name: "practice_answer");

            migrationBuilder.DropTable(
                name: "practice_use");

            migrationBuilder.DropTable(
                name: "practice_version");

            migrationBuilder.DropTable(
                name: "promise");

            migrationBuilder.DropTable(
                name: "published_item");

            migrationBuilder.DropTable(
                name: "relationship");

            migrationBuilder.DropTable(
                name: "release");

            migrationBuilder.DropTable(
                name: "round_call");

            migrationBuilder.DropTable(
                name: "round_correction");

            migrationBuilder.DropTable(
                name: "round_elector_person");

            migrationBuilder.DropTable(
                name: "round_look");

            migrationBuilder.DropTable(
                name: "round_rule");

            migrationBuilder.DropTable(
                name: "round_version");

            migrationBuilder.DropTable(
                name: "search");

            migrationBuilder.DropTable(
                name: "search_built");

            migrationBuilder.DropTable(
                name: "seat");

            migrationBuilder.DropTable(
                name: "session");

            migrationBuilder.DropTable(
                name: "set_aside_mail");

            migrationBuilder.DropTable(
                name: "sign_in_request");

            migrationBuilder.DropTable(
                name: "site");

            migrationBuilder.DropTable(
                name: "site_page_version");

            migrationBuilder.DropTable(
                name: "social_post");

            migrationBuilder.DropTable(
                name: "speaks_on");

            migrationBuilder.DropTable(
                name: "submission");

            migrationBuilder.DropTable(
                name: "subscriber");

            migrationBuilder.DropTable(
                name: "suppression");

            migrationBuilder.DropTable(
                name: "sweep");

            migrationBuilder.DropTable(
                name: "theme");

            migrationBuilder.DropTable(
                name: "unsubscription");

            migrationBuilder.DropTable(
                name: "wish");

            migrationBuilder.DropTable(
                name: "wish_ranking");

            migrationBuilder.DropTable(
                name: "worker");

            migrationBuilder.DropTable(
                name: "ask_letter");

            migrationBuilder.DropTable(
                name: "plan_step");

            migrationBuilder.DropTable(
                name: "budget_line");

            migrationBuilder.DropTable(
                name: "deal");

            migrationBuilder.DropTable(
                name: "batch");

            migrationBuilder.DropTable(
                name: "round_response");

            migrationBuilder.DropTable(
                name: "publication");

            migrationBuilder.DropTable(
                name: "enquiry");

            migrationBuilder.DropTable(
                name: "event_ticket");

            migrationBuilder.DropTable(
                name: "people_import");

            migrationBuilder.DropTable(
                name: "media_request");

            migrationBuilder.DropTable(
                name: "annual_report");

            migrationBuilder.DropTable(
                name: "practice_question");

            migrationBuilder.DropTable(
                name: "practice_case");

            migrationBuilder.DropTable(
                name: "engagement");

            migrationBuilder.DropTable(
                name: "site_page");

            migrationBuilder.DropTable(
                name: "item");

            migrationBuilder.DropTable(
                name: "consultation");

            migrationBuilder.DropTable(
                name: "wish_call");

            migrationBuilder.DropTable(
                name: "round_elector");

            migrationBuilder.DropTable(
                name: "event_allocation");

            migrationBuilder.DropTable(
                name: "mandate");

            migrationBuilder.DropTable(
                name: "grouping");

            migrationBuilder.DropTable(
                name: "event");

            migrationBuilder.DropTable(
                name: "organisation");

            migrationBuilder.DropTable(
                name: "decision");

            migrationBuilder.DropTable(
                name: "event_kind");

            migrationBuilder.DropTable(
                name: "planned_date");

            migrationBuilder.DropTable(
                name: "round");

            migrationBuilder.DropTable(
                name: "outcome");

            migrationBuilder.DropTable(
                name: "round_corrector");

            migrationBuilder.DropTable(
                name: "person");

            migrationBuilder.DropTable(
                name: "plan");
        }
    }
}
