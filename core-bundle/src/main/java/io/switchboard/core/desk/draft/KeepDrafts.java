package io.switchboard.core.desk.draft;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.Right;
import io.switchboard.api.ticket.BodyFormat;
import io.switchboard.api.ticket.MessageKind;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.Limits;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.desk.conversation.Bodies;
import io.switchboard.core.desk.record.ReadTicket;
import io.switchboard.core.store.DuplicateKeyException;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.draft.DraftRow;
import io.switchboard.core.store.draft.DraftStore;
import io.switchboard.core.store.ticket.StoredTicket;
import io.switchboard.core.timing.DeskClock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Keeps what somebody is writing to a ticket, so that a closed page or a lost network takes nothing away (CO5). Nobody else
 * ever sees it, and the ticket does not change by it. It goes when it is sent, see {@link
 * io.switchboard.core.desk.conversation.PostMessage#send}.
 */
@Component(service = KeepDrafts.class)
public final class KeepDrafts {
    private static final int MOST = 500;

    private final Transactions transactions;
    private final ReadTicket read;
    private final DraftStore drafts;
    private final DeskClock clock;

    /** Makes the use case. */
    @Activate
    public KeepDrafts(
            @Reference Transactions transactions,
            @Reference ReadTicket read,
            @Reference DraftStore drafts,
            @Reference DeskClock clock) {
        this.transactions = transactions;
        this.read = read;
        this.drafts = drafts;
        this.clock = clock;
    }

    /** Returns the caller's drafts at a ticket, at most one of each kind. */
    public List<Draft> list(Caller caller, TicketId ticket) {
        return transactions.read(() -> {
            read.stored(caller, ticket);
            PersonId self = AccessPolicy.requirePerson(caller);
            return List.of(MessageKind.values()).stream()
                    .map(kind -> drafts.find(self, ticket, kind))
                    .flatMap(Optional::stream)
                    .map(Draft::of)
                    .toList();
        });
    }

    /**
     * Keeps a draft in the place of the one of its kind that is there.
     *
     * @param precondition the version that the caller has seen; 0 demands that there is none yet
     * @throws SwitchboardException with {@code right-missing} for a kind that the caller could not send, {@code
     *     stale-version}, {@code too-large}, or {@code policy-refused} for more than 500 drafts of a person
     */
    public Draft put(
            Caller caller,
            TicketId ticket,
            Precondition precondition,
            MessageKind kind,
            String body,
            BodyFormat format) {
        try {
            return transactions.write(() -> keep(caller, ticket, precondition, kind, body, format));
        } catch (DuplicateKeyException keptMeanwhile) {
            return transactions.write(() -> keep(caller, ticket, precondition, kind, body, format));
        }
    }

    private Draft keep(
            Caller caller,
            TicketId ticket,
            Precondition precondition,
            MessageKind kind,
            String body,
            BodyFormat format) {
        StoredTicket seen = read.stored(caller, ticket);
        PersonId self = AccessPolicy.requirePerson(caller);
        permit(caller, seen, kind);
        new Limits().body("body", body, true).check();
        DraftRow before = drafts.find(self, ticket, kind).orElse(null);
        check(precondition, before);
        DraftRow after = new DraftRow(
                self,
                ticket,
                kind,
                Bodies.toStore(body, format),
                format,
                before == null ? 1 : before.version() + 1,
                clock.now());
        if (before == null) {
            limit(self);
            drafts.insert(after);
        } else if (!drafts.update(after, before.version())) {
            throw stale();
        }
        return Draft.of(after);
    }

    private void limit(PersonId self) {
        if (drafts.count(self, MOST) >= MOST) {
            throw new SwitchboardException(
                    ErrorCode.POLICY_REFUSED, "You have " + MOST + " drafts already; send or remove some");
        }
    }

    /** Removes a draft. */
    public void remove(Caller caller, TicketId ticket, Precondition precondition, MessageKind kind) {
        transactions.write(() -> {
            read.stored(caller, ticket);
            PersonId self = AccessPolicy.requirePerson(caller);
            DraftRow before = drafts.find(self, ticket, kind).orElseThrow(() -> SwitchboardException.notFound("draft"));
            check(precondition, before);
            return drafts.delete(self, ticket, kind);
        });
    }

    private static void permit(Caller caller, StoredTicket seen, MessageKind kind) {
        switch (kind) {
            case REPLY -> AccessPolicy.require(caller, Right.TICKET_REPLY);
            case NOTE -> AccessPolicy.require(caller, Right.TICKET_NOTE);
            case CUSTOMER -> {
                if (!AccessPolicy.takesPart(caller, seen.ticket(), seen.participants())) {
                    AccessPolicy.require(caller, Right.TICKET_OPEN_FOR_OTHERS);
                }
            }
        }
    }

    private static void check(Precondition precondition, @Nullable DraftRow before) {
        long current = before == null ? 0 : before.version();
        if (precondition instanceof Precondition.Version seen && seen.version() != current) {
            throw stale();
        }
    }

    private static SwitchboardException stale() {
        return new SwitchboardException(
                ErrorCode.STALE_VERSION, "The draft was changed in another window; read it again before you go on");
    }
}
