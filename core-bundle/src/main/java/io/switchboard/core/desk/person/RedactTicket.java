package io.switchboard.core.desk.person;

import io.switchboard.api.people.PersonId;
import io.switchboard.api.ticket.Circumstances;
import io.switchboard.api.ticket.FieldValue;
import io.switchboard.api.ticket.Resolution;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.Limits;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.desk.TicketChanges;
import io.switchboard.core.desk.TicketDraft;
import io.switchboard.core.store.ticket.StoredTicket;
import io.switchboard.core.store.ticket.TicketStore;
import io.switchboard.core.store.triage.ExplanationStore;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Takes a person's words and name out of one ticket, wherever it stands, and tells those who keep copies of it. Number,
 * status, classification, tags and dates stay. Works in the thread's transaction; done again it changes no more words.
 */
@Component(service = RedactTicket.class)
public final class RedactTicket {
    private static final Caller DESK = Caller.system("erasure");

    private final TicketChanges changes;
    private final TicketStore tickets;
    private final ExplanationStore explanations;
    private final RedactThread thread;
    private final RedactHistory history;
    private final RedactWork work;

    /** Makes the use case. */
    @Activate
    public RedactTicket(
            @Reference TicketChanges changes,
            @Reference TicketStore tickets,
            @Reference ExplanationStore explanations,
            @Reference RedactThread thread,
            @Reference RedactHistory history,
            @Reference RedactWork work) {
        this.changes = changes;
        this.tickets = tickets;
        this.explanations = explanations;
        this.thread = thread;
        this.history = history;
        this.work = work;
    }

    /**
     * What is taken out.
     *
     * @param person whose words
     * @param words what becomes of them
     * @param identifiers by what the person is named in the words of others
     */
    record Redaction(PersonId person, TicketWords words, Identifiers identifiers) {
        /** Returns whether a ticket is emptied: of whoever asked for it everything told goes, also by others for them. */
        boolean empties(Ticket ticket) {
            return words == TicketWords.EMPTY && requested(ticket);
        }

        boolean requested(Ticket ticket) {
            return ticket.requester().id().equals(person);
        }
    }

    /** Does it; nothing happens if the ticket is gone. */
    void handle(TicketId id, Redaction redaction) {
        Optional<StoredTicket> found = tickets.lock(id);
        if (found.isEmpty()) {
            return;
        }
        StoredTicket stored = found.get();
        changes.change(DESK, id, Precondition.any(), edit -> {
            edit.redact();
            if (redaction.requested(edit.ticket())) {
                redact(edit.draft(), edit.ticket(), redaction);
            }
            return id;
        });
        thread.redact(stored, redaction);
        work.redact(stored.ticket(), redaction);
        history.redact(stored.ticket(), redaction);
        explanation(stored.ticket(), redaction);
    }

    private static void redact(TicketDraft draft, Ticket ticket, Redaction redaction) {
        Identifiers named = redaction.identifiers();
        Resolution resolution = ticket.resolution();
        if (resolution != null) {
            draft.resolution(new Resolution(
                    resolution.kind(),
                    named.mask(resolution.summary()),
                    named.maskOptional(resolution.rootCause()),
                    named.maskOptional(resolution.plan()),
                    resolution.verification(),
                    resolution.closure()));
        }
        if (redaction.empties(ticket)) {
            draft.subject(Identifiers.ERASED);
            draft.circumstances(Circumstances.UNKNOWN);
            ticket.fields().keySet().forEach(name -> draft.field(name, null));
            return;
        }
        Circumstances told = ticket.circumstances();
        draft.subject(cut(named.mask(ticket.subject())));
        draft.circumstances(new Circumstances(
                named.maskOptional(told.errorMessages()),
                told.affectedSystems().stream().map(named::mask).toList(),
                named.maskOptional(told.userImpact())));
        ticket.fields().forEach((name, value) -> draft.field(name, masked(value, named)));
    }

    private static FieldValue masked(FieldValue value, Identifiers named) {
        if (value instanceof FieldValue.Text text) {
            return new FieldValue.Text(named.mask(text.value()));
        }
        if (value instanceof FieldValue.Items items) {
            List<String> masked = items.values().stream().map(named::mask).toList();
            return new FieldValue.Items(masked);
        }
        return value;
    }

    /** The word in the place of a short name may be longer than the name. */
    static String cut(String subject) {
        return subject.codePointCount(0, subject.length()) <= Limits.SUBJECT
                ? subject
                : subject.substring(0, subject.offsetByCodePoints(0, Limits.SUBJECT));
    }

    private void explanation(Ticket ticket, Redaction redaction) {
        if (redaction.empties(ticket)) {
            explanations.remove(ticket.id());
            return;
        }
        explanations.find(ticket.id()).ifPresent(content -> {
            String masked = redaction.identifiers().mask(content);
            if (!masked.equals(content)) {
                explanations.rewrite(ticket.id(), masked);
            }
        });
    }
}
