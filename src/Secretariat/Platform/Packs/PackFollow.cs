using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Platform.Packs;

/// <summary>All records of one kind that the pack brought, so that each field can follow the pack until somebody changes it.</summary>
public sealed class PackFollow
{
    private readonly Db _db;
    private readonly string _kind;
    private readonly PackReport _report;
    private readonly Dictionary<string, PackValue> _values;
    private readonly HashSet<string> _seen = [];

    private PackFollow(Db db, string kind, PackReport report, Dictionary<string, PackValue> values) =>
        (_db, _kind, _report, _values) = (db, kind, report, values);

    public static async Task<PackFollow> Begin(Db db, string kind, PackReport report, CancellationToken ct) =>
        new(db, kind, report, await db.Set<PackValue>().Where(v => v.Kind == kind).ToDictionaryAsync(v => v.Key, ct));

    /// <summary>One record of the pack, at the place where its file speaks of it.</summary>
    /// <param name="label">What it is called in a sentence: "Tees Valley".</param>
    public PackEntry Entry(string key, string label, string file, int line)
    {
        var hash = PackValue.Hash(key);
        _seen.Add(hash);
        return new PackEntry(this, _values.GetValueOrDefault(hash), hash, label, file, line);
    }

    /// <summary>The records that an earlier pack brought and this one no longer has. They stay; the caller says which they are.</summary>
    public IReadOnlyList<Guid> NoLongerThere() => [.. _values.Where(v => !_seen.Contains(v.Key)).Select(v => v.Value.Record)];

    internal PackReport Report => _report;

    internal PackValue Remember(string hash, Guid record)
    {
        var value = new PackValue { Kind = _kind, Key = hash, Record = record };
        _db.Add(value);
        return _values[hash] = value;
    }
}

/// <summary>One record of the pack beside the record here.</summary>
public sealed class PackEntry
{
    private readonly PackFollow _follow;
    private readonly string _hash;
    private readonly string _label;
    private readonly string _file;
    private readonly int _line;
    private readonly Dictionary<string, string> _before = [];
    private PackValue? _value;
    private bool _isNew;

    internal PackEntry(PackFollow follow, PackValue? value, string hash, string label, string file, int line)
    {
        (_follow, _value, _hash, _label, _file, _line) = (follow, value, hash, label, file, line);
        foreach (var field in (value?.Fields ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries))
            _before[field[..field.IndexOf('=')]] = field[(field.IndexOf('=') + 1)..];
    }

    /// <summary>The record that this entry became when it was loaded before; null the first time.</summary>
    public Guid? Record => _value?.Record;

    /// <summary>Says which record this is. A new one takes every field of the pack.</summary>
    public void Is(Record record, bool isNew)
    {
        _isNew = isNew;
        _value ??= _follow.Remember(_hash, record.Id);
    }

    /// <summary>Somebody removed the record here; the pack does not bring it back.</summary>
    public void IsRemovedHere() => _follow.Report.Differences.Add($"{_label} was removed here and is still in {_file}, line {_line}");

    /// <summary>Lets one field follow the pack.</summary>
    /// <param name="inPack">The pack's value, as text.</param>
    /// <param name="here">The value here, as text written the same way.</param>
    public void Field(string name, string inPack, string here, Action apply)
    {
        if (_value is null) throw new InvalidOperationException("Say which record it is first.");
        var hash = PackValue.Hash(inPack);
        var untouched = _isNew || (_before.TryGetValue(name, out var last) ? last == PackValue.Hash(here) : here.Length == 0);
        if (inPack != here)
        {
            if (untouched) Apply(apply);
            else _follow.Report.Differences.Add($"{_label}: {name} is {Quoted(here)} here and {Quoted(inPack)} in {_file}, line {_line}");
        }
        if (_before.GetValueOrDefault(name) == hash) return;
        _before[name] = hash;
        _value.Fields = string.Join('\n', _before.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => $"{f.Key}={f.Value}"));
    }

    /// <summary>Does what a rule may refuse; a refusal is a fault of this line.</summary>
    public bool Apply(Action apply)
    {
        try
        {
            apply();
            return true;
        }
        catch (RuleBroken no)
        {
            _follow.Report.Fault(_file, _line, no.Message);
            return false;
        }
    }

    private static string Quoted(string value) => value.Length == 0 ? "empty" : $"“{value}”";
}
