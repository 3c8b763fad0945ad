using System.Collections.Immutable;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Secretariat.Tests.Architecture;

/// <summary>Everything a type names: base, interfaces, fields, signatures, locals, attributes and every instruction of its methods.</summary>
public sealed class References(MetadataReader md, PEReader pe)
{
    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields()
        .Select(f => f.GetValue(null)).OfType<OpCode>().ToDictionary(c => c.Value);

    private readonly HashSet<string> _found = [];

    public IEnumerable<string> Of(TypeDefinitionHandle handle)
    {
        var type = md.GetTypeDefinition(handle);
        var names = new Names(this);
        Add(type.BaseType);
        foreach (var i in type.GetInterfaceImplementations()) Add(md.GetInterfaceImplementation(i).Interface);
        foreach (var a in type.GetCustomAttributes()) Add(md.GetCustomAttribute(a).Constructor);
        foreach (var f in type.GetFields()) md.GetFieldDefinition(f).DecodeSignature(names, null);
        foreach (var p in type.GetProperties())
            foreach (var a in md.GetPropertyDefinition(p).GetCustomAttributes()) Add(md.GetCustomAttribute(a).Constructor);
        foreach (var m in type.GetMethods())
        {
            var method = md.GetMethodDefinition(m);
            method.DecodeSignature(names, null);
            foreach (var a in method.GetCustomAttributes()) Add(md.GetCustomAttribute(a).Constructor);
            if (method.RelativeVirtualAddress != 0) Body(pe.GetMethodBody(method.RelativeVirtualAddress), names);
        }
        return _found;
    }

    private void Body(MethodBodyBlock body, Names names)
    {
        if (!body.LocalSignature.IsNil) md.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(names, null);
        foreach (var region in body.ExceptionRegions) Add(region.CatchType);
        var il = body.GetILReader();
        while (il.RemainingBytes > 0)
        {
            short value = il.ReadByte();
            if (value == 0xFE) value = (short)(0xFE00 | il.ReadByte());
            switch (Codes[value].OperandType)
            {
                case OperandType.InlineNone: break;
                case OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar: il.ReadByte(); break;
                case OperandType.InlineVar: il.ReadInt16(); break;
                case OperandType.InlineI8 or OperandType.InlineR: il.ReadInt64(); break;
                case OperandType.InlineSwitch:
                    for (var n = il.ReadInt32(); n > 0; n--) il.ReadInt32();
                    break;
                case OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType:
                    Add(MetadataTokens.EntityHandle(il.ReadInt32()));
                    break;
                default: il.ReadInt32(); break;
            }
        }
    }

    private void Add(EntityHandle handle)
    {
        if (handle.IsNil) return;
        var names = new Names(this);
        switch (handle.Kind)
        {
            case HandleKind.TypeDefinition: _found.Add(House.NameOf(md, (TypeDefinitionHandle)handle)); break;
            case HandleKind.TypeReference: names.GetTypeFromReference(md, (TypeReferenceHandle)handle, 0); break;
            case HandleKind.TypeSpecification: md.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(names, null); break;
            case HandleKind.MethodDefinition:
                var own = md.GetMethodDefinition((MethodDefinitionHandle)handle);
                Add(own.GetDeclaringType());
                // By name too: some rules are about who calls what.
                _found.Add($"{House.NameOf(md, own.GetDeclaringType())}::{md.GetString(own.Name)}");
                break;
            case HandleKind.FieldDefinition: Add(md.GetFieldDefinition((FieldDefinitionHandle)handle).GetDeclaringType()); break;
            case HandleKind.MethodSpecification:
                var spec = md.GetMethodSpecification((MethodSpecificationHandle)handle);
                Add(spec.Method);
                spec.DecodeSignature(names, null);
                break;
            case HandleKind.MemberReference:
                var member = md.GetMemberReference((MemberReferenceHandle)handle);
                Add(member.Parent);
                var parent = member.Parent.Kind switch
                {
                    HandleKind.TypeReference => names.GetTypeFromReference(md, (TypeReferenceHandle)member.Parent, 0),
                    HandleKind.TypeSpecification => md.GetTypeSpecification((TypeSpecificationHandle)member.Parent).DecodeSignature(names, null),
                    _ => null,
                };
                if (parent is not null) _found.Add($"{parent}::{md.GetString(member.Name)}");
                break;
        }
    }

    private sealed class Names(References owner) : ISignatureTypeProvider<string, object?>
    {
        public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind)
        {
            var name = House.NameOf(reader, handle);
            owner._found.Add(name);
            return name;
        }

        public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind)
        {
            var reference = reader.GetTypeReference(handle);
            while (reference.ResolutionScope.Kind == HandleKind.TypeReference) reference = reader.GetTypeReference((TypeReferenceHandle)reference.ResolutionScope);
            var name = $"{reader.GetString(reference.Namespace)}.{reader.GetString(reference.Name)}";
            owner._found.Add(name);
            return name;
        }

        public string GetTypeFromSpecification(MetadataReader reader, object? context, TypeSpecificationHandle handle, byte rawTypeKind) =>
            reader.GetTypeSpecification(handle).DecodeSignature(this, context);

        public string GetArrayType(string element, ArrayShape shape) => element;
        public string GetByReferenceType(string element) => element;
        public string GetFunctionPointerType(MethodSignature<string> signature) => "";
        public string GetGenericInstantiation(string generic, ImmutableArray<string> arguments) => generic;
        public string GetGenericMethodParameter(object? context, int index) => "";
        public string GetGenericTypeParameter(object? context, int index) => "";
        public string GetModifiedType(string modifier, string unmodified, bool isRequired) => unmodified;
        public string GetPinnedType(string element) => element;
        public string GetPointerType(string element) => element;
        public string GetPrimitiveType(PrimitiveTypeCode code) => code.ToString();
        public string GetSZArrayType(string element) => element;
    }
}
