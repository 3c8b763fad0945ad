namespace Secretariat.Influence.Consultations;

public static class ConsultationWords
{
    public static string Words(this ConsultationKind kind) => kind == ConsultationKind.Research ? "research report" : "consultation";

    public static string Words(this Course course) => course switch
    {
        Course.Collective => "answered together",
        Course.Themselves => "members answer themselves",
        _ => "left alone",
    };
}
