package io.switchboard.core.triage;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.handling.SpecialHandling;
import io.switchboard.api.people.Customer;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.reaction.EventType;
import io.switchboard.api.reaction.TicketEvent;
import io.switchboard.api.ticket.Message;
import io.switchboard.api.ticket.PersonReference;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.api.ticket.TriageState;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.Aside;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.desk.TicketChanges;
import io.switchboard.core.desk.TicketEdit;
import io.switchboard.core.desk.configuration.TypeProfiles;
import io.switchboard.core.feed.EventLog;
import io.switchboard.core.lifecycle.Lifecycle;
import io.switchboard.core.sockets.SocketRegistry;
import io.switchboard.core.store.people.PersonRow;
import io.switchboard.core.store.people.PersonStore;
import io.switchboard.core.store.thread.MessageRow;
import io.switchboard.core.store.thread.ThreadStore;
import io.switchboard.core.store.ticket.StoredTicket;
import io.switchboard.core.store.ticket.TicketStore;
import io.switchboard.core.store.triage.StaffStore;
import io.switchboard.core.store.triage.StaffStore.HandledTicket;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads dossiers from the store, and writes decisions through the one writer of tickets. */
@Component(service = TriageDesk.class)
public final class StoredTriageDesk implements TriageDesk {
    private static final int MESSAGES = 50;

    private final TicketStore tickets;
    private final ThreadStore threads;
    private final PersonStore persons;
    private final StaffStore staffStore;
    private final EventLog log;
    private final TicketChanges changes;
    private final TypeProfiles profiles;
    private final Lifecycle lifecycle;
    private final Staff staff;
    private final SocketRegistry registry;
    private final Secrecy secrecy;

    /** Makes it. */
    @Activate
    public StoredTriageDesk(
            @Reference TicketStore tickets,
            @Reference ThreadStore threads,
            @Reference PersonStore persons,
            @Reference StaffStore staffStore,
            @Reference EventLog log,
            @Reference TicketChanges changes,
            @Reference TypeProfiles profiles,
            @Reference Lifecycle lifecycle,
            @Reference Staff staff,
            @Reference SocketRegistry registry) {
        this.tickets = tickets;
        this.threads = threads;
        this.persons = persons;
        this.staffStore = staffStore;
        this.log = log;
        this.changes = changes;
        this.profiles = profiles;
        this.lifecycle = lifecycle;
        this.staff = staff;
        this.registry = registry;
        this.secrecy = new Secrecy(staff);
    }

    @Override
    public Map<TicketId, Dossier> dossiers(Collection<TicketId> ids) {
        Map<TicketId, StoredTicket> found = tickets.find(ids);
        Map<TicketId, List<TicketEvent>> events = log.ofTickets(found.keySet());
        Map<PersonId, PersonRow> customers = persons.find(found.values().stream()
                .map(stored -> stored.ticket().requester().id())
                .toList());
        Map<PersonId, List<HandledTicket>> handled = new HashMap<>();
        Map<TicketId, Dossier> dossiers = new HashMap<>();
        found.forEach((id, stored) -> {
            if (Aside.of(stored.ticket().progress(), lifecycle).isPresent()) {
                return;
            }
            PersonReference requester = stored.ticket().requester();
            dossiers.put(
                    id,
                    new Dossier(
                            stored.ticket(),
                            customer(requester, customers.get(requester.id())),
                            messages(id),
                            events.getOrDefault(id, List.of()),
                            others(id, handled.computeIfAbsent(requester.id(), staffStore::handled))));
        });
        return dossiers;
    }

    @Override
    public Set<PersonId> requesters(Collection<TicketId> ids) {
        return tickets.find(ids).values().stream()
                .map(stored -> stored.ticket().requester().id())
                .collect(Collectors.toSet());
    }

    /** A ticket is no acquaintance with itself: who has it must not be preferred for that when it is given anew. */
    private static List<HandledTicket> others(TicketId id, List<HandledTicket> handled) {
        return handled.stream().filter(other -> !other.ticket().equals(id)).toList();
    }

    private static Customer customer(PersonReference reference, @Nullable PersonRow row) {
        return row == null
                ? new Customer(
                        reference.id(),
                        reference.name(),
                        reference.email(),
                        null,
                        null,
                        reference.vip(),
                        null,
                        null,
                        Map.of())
                : customer(row);
    }

    private static Customer customer(PersonRow row) {
        String zone = row.zone();
        return new Customer(
                row.id(),
                row.name(),
                row.email(),
                row.phone(),
                row.organization(),
                row.vip(),
                row.language(),
                zone == null ? null : ZoneId.of(zone),
                Attributes.read(row.attributes()));
    }

    /** Reads the thread if anybody is there to be shown it. */
    private List<Message> messages(TicketId ticket) {
        if (registry.services(SpecialHandling.class).isEmpty()) {
            return List.of();
        }
        List<MessageRow> rows = threads.thread(Set.of(ticket), true, null, MESSAGES);
        Map<PersonId, PersonReference> authors = persons.references(rows.stream()
                .map(MessageRow::author)
                .filter(author -> author != null)
                .toList());
        return rows.stream().map(row -> message(row, authors)).toList();
    }

    private static Message message(MessageRow row, Map<PersonId, PersonReference> authors) {
        PersonId author = row.author();
        return new Message(
                row.id(),
                row.ticketId(),
                row.kind(),
                author == null ? null : authors.get(author),
                row.body(),
                row.format(),
                row.channel(),
                row.automatic(),
                List.of(),
                row.createdAt());
    }

    @Override
    public boolean apply(Caller caller, TriageDecision decision) {
        Ticket seen = decision.seen();
        try {
            changes.change(caller, seen.id(), Precondition.version(seen.version()), edit -> {
                write(edit, decision);
                return true;
            });
            return true;
        } catch (SwitchboardException refused) {
            if (refused.code() == ErrorCode.STALE_VERSION
                    || refused.code() == ErrorCode.PURGED
                    || refused.code() == ErrorCode.NOT_FOUND) {
                return false;
            }
            throw refused;
        }
    }

    private void write(TicketEdit edit, TriageDecision decision) {
        var draft = edit.draft();
        draft.classification(decision.classification());
        profiles.follow(edit);
        draft.confidential(decision.confidential());
        draft.deadlines(decision.deadlines());
        Secrecy.mark(
                edit,
                decision.marks().stream()
                        .filter(mark -> !edit.before().tags().contains(mark.id()))
                        .toList());
        Assignment assignment = decision.assignment();
        if (assignment != null) {
            give(edit, assignment);
        }
        if (decision.hides()) {
            secrecy.takeFromOthers(edit);
        }
        remark(edit, decision.remarks());
        if (decision.finishes()) {
            draft.triage(TriageState.DONE);
        }
    }

    /** Names in the history the plugins that did not answer. */
    static void remark(TicketEdit edit, List<PluginFailure> failures) {
        for (PluginFailure failure : failures) {
            edit.record(
                    EventType.PLUGIN_REMARKED,
                    Map.of(
                            "plugin", failure.plugin(),
                            "socket", failure.socket(),
                            "failure", failure.kind().id(),
                            "text", "did not answer: " + failure.message()));
        }
    }

    private void give(TicketEdit edit, Assignment assignment) {
        var draft = edit.draft();
        edit.because(assignment.explanation().reason());
        draft.team(
                assignment.team() == null
                        ? null
                        : staff.team(assignment.team()).orElse(edit.before().team()));
        @Nullable PersonId agent = assignment.agent();
        if (agent == null) {
            return;
        }
        staff.agents().stream()
                .filter(candidate -> candidate.id().equals(agent))
                .findFirst()
                .ifPresent(found -> {
                    draft.assignee(new PersonReference(found.id(), found.name(), found.email(), false));
                    lifecycle
                            .onAssignment(edit.ticket().progress())
                            .ifPresent(status ->
                                    draft.progress(lifecycle.move(edit.ticket().progress(), status, edit.now())));
                });
    }
}
