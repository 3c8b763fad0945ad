using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Platform.Data;

namespace Secretariat.Tests.Agreements.Rounds;

public sealed class ClosedLate
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_decided_is_of_the_day_on_which_answers_ended_even_where_nobody_counted_them_until_days_later()
    {
        await using var network = await Asked.Network(4);
        var round = await network.HasRound();
        await network.AllAnswer(round, 1, 4);

        // The program was down: what fell due on Monday is done on Thursday.
        network.Clock.StopAt(Asked.Closes.AddDays(3));
        await network.In(s => s.GetRequiredService<CloseRound>().Run(round.Id, null, Actor.Schedule, network.Now, Ct));

        var decision = await network.Db(db => db.Set<Decision>().AsNoTracking().SingleAsync(d => d.Round == round.Id, Ct));
        decision.Date.ShouldBe(DateOnly.FromDateTime(Asked.Closes.UtcDateTime));
    }
}
