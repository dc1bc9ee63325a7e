package io.switchboard.core.desk.person;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.Right;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.audit.AuditKind;
import io.switchboard.core.audit.AuditLog;
import io.switchboard.core.desk.Limits;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.people.directory.ForgetAccount;
import io.switchboard.core.people.directory.KnownAs;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.number.NumberBlocks;
import io.switchboard.core.store.people.PersonRow;
import io.switchboard.core.store.people.PersonStore;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Makes a person unrecognisable for good: name, addresses and account go at once, and with them what they left in tickets,
 * or the first part of it if there is much. What stays says that there was somebody, and what the desk did.
 */
@Component(service = ErasePerson.class)
public final class ErasePerson {
    private static final String SEQUENCE = "erased-person";

    private final Transactions transactions;
    private final PersonStore persons;
    private final KnownAs knownAs;
    private final ForgetAccount account;
    private final EraseTickets tickets;
    private final RedactThread thread;
    private final NumberBlocks numbers;
    private final AuditLog audit;

    /** Makes the use case. */
    @Activate
    public ErasePerson(
            @Reference Transactions transactions,
            @Reference PersonStore persons,
            @Reference KnownAs knownAs,
            @Reference ForgetAccount account,
            @Reference EraseTickets tickets,
            @Reference RedactThread thread,
            @Reference NumberBlocks numbers,
            @Reference AuditLog audit) {
        this.transactions = transactions;
        this.persons = persons;
        this.knownAs = knownAs;
        this.account = account;
        this.tickets = tickets;
        this.thread = thread;
        this.numbers = numbers;
        this.audit = audit;
    }

    /**
     * What is wanted.
     *
     * @param reason why; stands in the audit log, without the person's name
     * @param tickets what becomes of their words; null has those of customers go and those of agents stay
     */
    public record Wish(String reason, @Nullable TicketWords tickets) {}

    /** A person who was erased: what they are called now, and how far it is. */
    public record Erased(PersonId person, String name, Erasure erasure) {}

    /**
     * Erases a person; of one who is erased already it says how far that is.
     *
     * @throws SwitchboardException with {@code policy-refused} for oneself and for the last who may change roles, {@code
     *     in-use} for an agent with open tickets, {@code stale-version}, or {@code not-found}
     */
    public Erased handle(Caller caller, PersonId id, Precondition precondition, Wish wish) {
        AccessPolicy.require(caller, Right.PEOPLE_READ);
        AccessPolicy.require(caller, Right.PERSON_ERASE);
        new Limits().line("reason", wish.reason(), Limits.REASON).check();
        if (id.equals(caller.person())) {
            throw new SwitchboardException(
                    ErrorCode.POLICY_REFUSED, "Nobody can erase themselves; ask another administrator to do it");
        }
        return transactions.write(() -> {
            PersonRow row = find(id);
            if (row.erased()) {
                return erased(row);
            }
            check(precondition, row);
            account.demandForgettable(caller, id);
            erase(caller, row, wish);
            return erased(find(id));
        });
    }

    /** Returns how far the erasure of a person is; not found if they were not erased. */
    public Erased get(Caller caller, PersonId id) {
        AccessPolicy.require(caller, Right.PEOPLE_READ);
        AccessPolicy.require(caller, Right.PERSON_ERASE);
        return transactions.read(() -> erased(find(id)));
    }

    private void erase(Caller caller, PersonRow row, Wish wish) {
        boolean staff = persons.isAgent(row.id());
        TicketWords words = Objects.requireNonNullElse(wish.tickets(), staff ? TicketWords.KEEP : TicketWords.EMPTY);
        List<String> known = knownAs.of(row);
        Identifiers identifiers = Identifiers.of(known);
        account.forget(row, "Erased person " + numbers.next(SEQUENCE, () -> 1), known);
        thread.removeUnused("person:" + row.id());
        tickets.begin(row.id(), words, staff, identifiers);
        audit.record(
                caller,
                AuditKind.PERSON_ERASED,
                "person:" + row.id(),
                null,
                Map.of("reason", identifiers.mask(wish.reason()), "tickets", words.id()));
    }

    private Erased erased(PersonRow row) {
        Erasure erasure = tickets.find(row.id())
                .filter(found -> row.erased())
                .orElseThrow(() -> SwitchboardException.notFound("erasure"));
        return new Erased(row.id(), row.name(), erasure);
    }

    private PersonRow find(PersonId id) {
        return persons.find(id).orElseThrow(() -> SwitchboardException.notFound("person"));
    }

    private static void check(Precondition precondition, PersonRow row) {
        if (precondition instanceof Precondition.Version seen && seen.version() != row.version()) {
            throw new SwitchboardException(
                    ErrorCode.STALE_VERSION, "They were changed in the meantime; read them again, then repeat this");
        }
    }
}
