using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Knowledge.Cases;
using Secretariat.Members.Organisations;

namespace Secretariat.Knowledge.Questions;

public sealed class PracticeQuestionMap : IEntityTypeConfiguration<PracticeQuestion>
{
    public void Configure(EntityTypeBuilder<PracticeQuestion> question)
    {
        question.ToTable("practice_question");
        question.Property(q => q.Theme).HasMaxLength(40);
        question.Property(q => q.Subject).HasMaxLength(PracticeQuestion.MaxSubject);
        question.Property(q => q.Words).HasMaxLength(PracticeQuestion.MaxWords);
        question.Property(q => q.Name).HasMaxLength(200);
        question.Property(q => q.TypedBy).HasMaxLength(200);
        question.Property(q => q.ClosedBy).HasMaxLength(200);
        question.Property(q => q.Why).HasMaxLength(PracticeQuestion.MaxWhy);
        question.HasOne<Organisation>().WithMany().HasForeignKey(q => q.Member).OnDelete(DeleteBehavior.Restrict);
        question.HasIndex(q => new { q.State, q.Due });
        question.HasIndex(q => q.At);
        question.HasIndex(q => q.Member);
        question.HasIndex(q => q.Person);
        question.HasIndex(q => q.Typist);
        question.HasIndex(q => q.Closer);
    }
}

public sealed class PracticeAnswerMap : IEntityTypeConfiguration<PracticeAnswer>
{
    public void Configure(EntityTypeBuilder<PracticeAnswer> answer)
    {
        answer.ToTable("practice_answer");
        answer.Property(a => a.Words).HasMaxLength(PracticeAnswer.MaxWords);
        answer.Property(a => a.Name).HasMaxLength(200);
        answer.Property(a => a.TakenOutWhy).HasMaxLength(PracticeAnswer.MaxWhy);
        answer.HasOne<PracticeQuestion>().WithMany().HasForeignKey(a => a.Question).OnDelete(DeleteBehavior.Restrict);
        answer.HasOne<PracticeCase>().WithMany().HasForeignKey(a => a.Case).OnDelete(DeleteBehavior.Restrict);
        answer.HasIndex(a => new { a.Question, a.At });
        answer.HasIndex(a => a.Case);
        answer.HasIndex(a => a.Member);
        answer.HasIndex(a => a.Person);
    }
}
