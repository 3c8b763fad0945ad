namespace Secretariat.Funding.Budget;

public static class HeadingWords
{
    public static string Words(this BudgetHeading heading) => heading switch
    {
        BudgetHeading.Staff => "Staff",
        BudgetHeading.BackOffice => "Back office",
        BudgetHeading.Events => "Events",
        BudgetHeading.Marketing => "Marketing",
        BudgetHeading.MemberSponsorship => "The members",
        BudgetHeading.Government => "Government",
        _ => "Sponsors",
    };
}
