using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace Secretariat.Platform.Web;

/// <summary>What a check says where it has no sentence of its own: the framework's names the property, which nobody has ever seen on a page.</summary>
public sealed class PlainSentences : IValidationMetadataProvider
{
    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        foreach (var check in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>().Where(c => c.ErrorMessage is null && c.ErrorMessageResourceName is null))
            check.ErrorMessage = check switch
            {
                StringLengthAttribute length => $"Keep this under {length.MaximumLength + 1:N0} letters.",
                MaxLengthAttribute length => $"Keep this under {length.Length + 1:N0} letters.",
                RangeAttribute range => $"This is from {range.Minimum} to {range.Maximum}.",
                RequiredAttribute => "This is needed.",
                _ => "This cannot be read here.",
            };
    }
}
