package io.switchboard.core.desk.view;

import static io.switchboard.core.desk.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.TeamId;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.ShelfBench;
import io.switchboard.core.desk.record.ListTickets;
import io.switchboard.core.desk.record.TicketConditions;
import io.switchboard.core.desk.shelf.Item;
import io.switchboard.core.desk.shelf.Label;
import io.switchboard.core.desk.shelf.Reach;
import io.switchboard.core.store.StoreTestbed;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Saved views: what may stand in them, what is gone, how many tickets they have. */
class ViewsTest {
    @RegisterExtension
    static final StoreTestbed STORE = StoreTestbed.hsqldb();

    private ShelfBench bench;
    private TeamId team;
    private Caller agent;

    @BeforeEach
    void begin() {
        bench = new ShelfBench(STORE);
        team = bench.desk.team();
        agent = bench.desk.agent(team);
    }

    @Test
    void whatNoListTakesIsNotSaved() {
        for (TicketConditions wrong : List.of(
                conditions("nonsense", null, null, null),
                conditions(null, "P9", null, null),
                conditions(null, null, "not an id", null),
                conditions(null, null, null, "name; drop table ticket"),
                new TicketConditions(null, "words", "new", null, null, null, null, null, null, null, null, null, null),
                new TicketConditions(
                        null, null, "No Status", null, null, null, null, null, null, null, null, null, null),
                new TicketConditions(
                        null, null, null, null, null, "x".repeat(301), null, null, null, null, null, null, null))) {
            refused(ErrorCode.INVALID_FIELD, () -> add(wrong));
        }
        assertThat(add(conditions("open", "P1", "me", "due"))
                        .content()
                        .conditions()
                        .sort())
                .isEqualTo("due");
    }

    @Test
    void whatIsNotThereCannotBeSavedAndWhatGoesIsNamed() {
        TicketConditions ofTeam = new TicketConditions(
                null, null, null, null, null, null, null, null, team.toString(), null, null, null, null);
        Item<SavedView> view = add(ofTeam);
        assertThat(bench.views.missing(ofTeam)).isEmpty();
        bench.desk.sql("delete from team where id = '" + team + "'");
        assertThat(bench.views.missing(view.content().conditions()))
                .containsExactly(new Views.Missing("team", team.toString()));
        assertThat(bench.views.count(agent, ofTeam)).isEqualTo(new Views.Count(0, false));
        SwitchboardException refusal = refused(ErrorCode.INVALID_FIELD, () -> add(ofTeam));
        assertThat(refusal.fields().get(0).field()).isEqualTo("team");
        assertThat(bench.views.missing(new TicketConditions(
                        null,
                        null,
                        null,
                        null,
                        null,
                        "gone",
                        null,
                        STORE.ids().next().toString(),
                        null,
                        "me",
                        null,
                        null,
                        null)))
                .extracting(Views.Missing::field)
                .containsExactly("assignee", "category");
    }

    @Test
    void ticketsAreCountedAsFarAsTheCallerSeesThemAndWhereAnIndexBoundsThat() {
        bench.desk.open(bench.desk.customer());
        bench.desk.untriaged(bench.desk.customer(), "Not seen yet");
        Caller elsewhere = bench.desk.agent();
        Views.Count seen = bench.views.count(elsewhere, TicketConditions.of(ListTickets.View.OPEN));
        int listed = bench.list
                .handle(elsewhere, TicketConditions.of(ListTickets.View.OPEN).query(elsewhere, null, 200))
                .size();
        assertThat(seen).isEqualTo(new Views.Count(listed, false));
        assertThat(bench.views.count(agent, TicketConditions.of(ListTickets.View.OVERDUE)))
                .isNotNull();
        assertThat(bench.views.count(agent, conditions("all", "P1", null, null)))
                .as("all that were ever solved would have to be looked through")
                .isNull();
        assertThat(bench.views.count(agent, conditions("open", "P1", null, null)))
                .isNotNull();
    }

    @Test
    void whoIsNoPersonHasNothingOfTheirOwn() {
        Caller plugin = Caller.plugin("robot", agent.rights(), "plugin");
        SwitchboardException refusal = refused(
                ErrorCode.INVALID_FIELD,
                () -> conditions(null, null, "me", null).query(plugin, null, 10));
        assertThat(refusal.fields().get(0).field()).isEqualTo("assignee");
    }

    private Item<SavedView> add(TicketConditions conditions) {
        return bench.views.add(
                agent, new Label("View", Reach.OWN, null, 0), new SavedView(conditions, List.of(), null));
    }

    private static TicketConditions conditions(
            @Nullable String view, @Nullable String priority, @Nullable String assignee, @Nullable String sort) {
        return new TicketConditions(
                view, null, null, priority, null, null, null, assignee, null, null, null, null, sort);
    }
}
