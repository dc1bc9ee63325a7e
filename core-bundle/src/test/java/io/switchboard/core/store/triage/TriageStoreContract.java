package io.switchboard.core.store.triage;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.people.Agent;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.TeamId;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.store.StoreTestbed;
import io.switchboard.core.store.people.PersonRow;
import io.switchboard.core.store.people.PersonStore;
import io.switchboard.core.store.people.SqlPersonStore;
import io.switchboard.core.store.people.SqlTeamStore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

interface TriageStoreContract {
    Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    StoreTestbed store();

    default AgentLoads loads() {
        return new SqlAgentLoads(store().mappers());
    }

    default ExplanationStore explanations() {
        return new SqlExplanationStore(store().mappers());
    }

    @Test
    default void aTicketThatMovesBurdensTheOtherAgent() {
        PersonId ann = person();
        PersonId bob = person();
        moved(null, ann);
        moved(null, ann);
        moved(ann, bob);
        assertThat(load(ann).openTickets()).isEqualTo(1);
        assertThat(load(bob)).isEqualTo(new AgentLoad(bob, 1, 1, NOON));
        moved(bob, null);
        assertThat(load(bob).openTickets()).isZero();
    }

    @Test
    default void aTicketThatStaysChangesNothing() {
        PersonId ann = person();
        moved(null, ann);
        AgentLoad before = load(ann);
        moved(ann, ann);
        assertThat(load(ann)).isEqualTo(before);
    }

    @Test
    default void aLoadIsLockedOnlyAsItWasSeen() {
        PersonId ann = person();
        AgentLoad none = AgentLoad.none(ann);
        assertThat(in(() -> loads().lock(none))).isTrue();
        AgentLoad seen = load(ann);
        moved(null, ann);
        assertThat(in(() -> loads().lock(seen))).isFalse();
        assertThat(in(() -> loads().lock(load(ann)))).isTrue();
    }

    @Test
    default void anAgentIsReadWithTheirCertificates() {
        PersonStore persons = new SqlPersonStore(store().mappers());
        PersonId ann = person();
        TeamId team = new TeamId(store().ids().next());
        in(() -> {
            persons.insert(PersonRow.customer(ann, "Ann", null, null, null, null, null, NOON));
            new SqlTeamStore(store().mappers()).join(ann, Set.of(team));
            return true;
        });
        assertThat(agent(ann).certificates()).isEmpty();
        in(() -> {
            persons.update(certified(persons.find(ann).orElseThrow(), "{\"pci\":\"2026-02-28\"}"), 1);
            return true;
        });
        assertThat(agent(ann).certificates()).isEqualTo(Map.of("pci", LocalDate.of(2026, 2, 28)));
    }

    private Agent agent(PersonId id) {
        return in(() -> new SqlStaffStore(store().mappers()).agents()).stream()
                .filter(agent -> agent.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static PersonRow certified(PersonRow row, String certificates) {
        return new PersonRow(
                row.id(),
                row.name(),
                row.nameKey(),
                row.email(),
                row.emailKey(),
                row.phone(),
                row.phoneKey(),
                row.organization(),
                row.vip(),
                row.senior(),
                row.active(),
                row.erased(),
                row.language(),
                row.zone(),
                row.skills(),
                certificates,
                row.languages(),
                row.workingHours(),
                row.attributes(),
                row.signature(),
                row.version() + 1,
                row.createdAt(),
                row.updatedAt());
    }

    @Test
    default void theLatestExplanationIsKept() {
        TicketId ticket = new TicketId(store().ids().next());
        assertThat(in(() -> explanations().find(ticket))).isEmpty();
        put(ticket, "{\"first\":1}");
        put(ticket, "{\"second\":2}");
        assertThat(in(() -> explanations().find(ticket))).contains("{\"second\":2}");
    }

    private void put(TicketId ticket, String content) {
        in(() -> {
            explanations().put(ticket, content, NOON);
            return true;
        });
    }

    private void moved(PersonId before, PersonId after) {
        in(() -> {
            loads().moved(before, after, NOON);
            return true;
        });
    }

    private AgentLoad load(PersonId agent) {
        return in(() -> loads().all().get(agent));
    }

    private PersonId person() {
        return new PersonId(store().ids().next());
    }

    private <T> T in(Supplier<T> work) {
        return store().transactions().write(work);
    }
}
