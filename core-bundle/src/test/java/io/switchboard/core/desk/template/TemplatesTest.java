package io.switchboard.core.desk.template;

import static io.switchboard.core.desk.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.people.TeamId;
import io.switchboard.api.ticket.BodyFormat;
import io.switchboard.api.ticket.Classification;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.desk.ShelfBench;
import io.switchboard.core.desk.assignment.AssignTicket;
import io.switchboard.core.desk.shelf.Item;
import io.switchboard.core.desk.shelf.Label;
import io.switchboard.core.desk.shelf.Reach;
import io.switchboard.core.store.StoreTestbed;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Reply templates on tickets (CO6). */
class TemplatesTest {
    @RegisterExtension
    static final StoreTestbed STORE = StoreTestbed.hsqldb();

    private ShelfBench bench;
    private TeamId team;
    private Caller agent;
    private Ticket ticket;

    @BeforeEach
    void begin() {
        bench = new ShelfBench(STORE);
        team = bench.desk.team();
        agent = bench.desk.agent(team);
        ticket = given(bench.desk.open(bench.desk.customer()), team);
    }

    @Test
    void aTemplateIsFilledInFromTheTicketItsRequesterAndTheAgent() {
        Item<Template> template = add("{{ticket.number}} {{ticket.status}} {{requester.name}} {{agent.name}} "
                + "{{desk.address}} {{ticket.product}}.");
        assertThat(render(agent, template, ticket))
                .isEqualTo(ticket.number() + " Assigned customer agent https://help.example.org .");
    }

    @Test
    void nothingIsToldOfATicketThatTheCallerDoesNotSee() {
        Item<Template> template = add("{{ticket.subject}}");
        Ticket hidden = bench.desk.untriaged(bench.desk.customer(), "Secret");
        Ticket foreign = given(bench.desk.open(bench.desk.customer()), bench.desk.team());
        for (Ticket unseen : List.of(hidden, foreign)) {
            refused(ErrorCode.NOT_FOUND, () -> render(agent, template, unseen));
            refused(
                    ErrorCode.NOT_FOUND,
                    () -> bench.templates.render(agent, "{{ticket.subject}}", BodyFormat.TEXT, unseen.id()));
            refused(ErrorCode.NOT_FOUND, () -> bench.templates.fitting(agent, unseen.id()));
        }
        refused(ErrorCode.RIGHT_MISSING, () -> render(bench.desk.customer(), template, ticket));
    }

    @Test
    void aTextThatCannotBeUnderstoodIsNotKept() {
        refused(ErrorCode.INVALID_FIELD, () -> add("{{nothing}}"));
        refused(ErrorCode.INVALID_FIELD, () -> add(" "));
        refused(ErrorCode.INVALID_FIELD, () -> add("x".repeat(50_001)));
        refused(
                ErrorCode.INVALID_FIELD,
                () -> bench.templates.add(agent, own("x"), template("x", null, "no-such-category", true)));
        Item<Template> kept = add("{{ticket.number}}");
        refused(
                ErrorCode.INVALID_FIELD,
                () -> bench.templates.replace(
                        agent, kept.id(), 1, kept.label(), template("{{nothing}}", null, null, true)));
    }

    @Test
    void thoseThatFitATicketAreOfferedInTheRequestersLanguageFirst() {
        Caller supervisor = bench.supervisor(team);
        TeamId other = bench.desk.team();
        Ticket network = bench.desk
                .changes
                .change(Caller.system("test"), ticket.id(), Precondition.any(), edit -> {
                    var was = edit.ticket().classification();
                    edit.draft()
                            .classification(new Classification(
                                    was.type(),
                                    "technical-issues/network",
                                    null,
                                    was.impact(),
                                    was.urgency(),
                                    was.priority(),
                                    false));
                    return true;
                })
                .ticket();
        bench.desk.sql("update person set language = 'de-AT' where id = '"
                + network.requester().id() + "'");
        bench.templates.add(agent, own("English"), template("a", "en", null, true));
        bench.templates.add(agent, own("German"), template("a", "de", "technical-issues", true));
        bench.templates.add(agent, own("Off"), template("a", null, null, false));
        bench.templates.add(agent, own("Billing"), template("a", null, "billing-payment", true));
        bench.templates.add(bench.desk.agent(team), own("A colleague's"), template("a", null, null, true));
        bench.templates.add(supervisor, new Label("Team's", Reach.TEAM, team, 0), template("a", null, null, true));
        bench.templates.add(
                bench.supervisor(other),
                new Label("Other team's", Reach.TEAM, other, 0),
                template("a", "de", null, true));
        assertThat(bench.templates.fitting(agent, network.id()))
                .extracting(item -> item.label().name())
                .containsExactly("German", "Team's", "English");
    }

    private Item<Template> add(String body) {
        return bench.templates.add(agent, own("One"), template(body, null, null, true));
    }

    private String render(Caller caller, Item<Template> template, Ticket of) {
        Template kept = template.content();
        return bench.templates.render(caller, kept.body(), kept.format(), of.id());
    }

    private static Label own(String name) {
        return new Label(name, Reach.OWN, null, 0);
    }

    private static Template template(
            String body, @Nullable String language, @Nullable String category, boolean active) {
        return new Template(language, BodyFormat.TEXT, body, category, active);
    }

    private Ticket given(Ticket fresh, TeamId to) {
        return bench.desk.assign.handle(
                Caller.system("test"),
                new AssignTicket.Command(
                        fresh.id(), Precondition.any(), bench.desk.agent(to).person(), to, null));
    }
}
