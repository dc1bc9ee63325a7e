package io.switchboard.core.desk.person;

import com.fasterxml.jackson.core.type.TypeReference;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.ticket.EventId;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.desk.person.Erasure.Stage;
import io.switchboard.core.desk.person.RedactTicket.Redaction;
import io.switchboard.core.secret.Vault;
import io.switchboard.core.store.Json;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.history.HistoryStore;
import io.switchboard.core.store.people.PersonTraces;
import io.switchboard.core.store.setting.SettingStore;
import io.switchboard.core.store.triage.ExplanationStore;
import io.switchboard.core.store.triage.ExplanationStore.Kept;
import io.switchboard.core.timing.DeskClock;
import io.switchboard.core.timing.TimerKind;
import io.switchboard.core.timing.Timers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Goes through the tickets of an erased person, some in each transaction. How far it is stands in a setting, so that it
 * goes on after a restart; until it is over the person's name is kept there, sealed, because it is looked for.
 */
@Component(service = {EraseTickets.class, TimerKind.class})
public final class EraseTickets implements TimerKind {
    static final int TICKETS = 25;

    private static final String KIND = "erase-person";
    private static final String SETTING = "erasure.";
    private static final Duration LATE = Duration.ofMinutes(1);
    private static final int EXPLANATIONS = 200;
    private static final int EVENTS = 500;
    private static final TypeReference<List<String>> WORDS = new TypeReference<>() {};

    private final Transactions transactions;
    private final SettingStore settings;
    private final PersonTraces traces;
    private final RedactTicket redact;
    private final ExplanationStore explanations;
    private final HistoryStore history;
    private final RedactHistory words;
    private final Vault vault;
    private final Timers timers;
    private final DeskClock clock;

    /** Makes it. */
    @Activate
    public EraseTickets(
            @Reference Transactions transactions,
            @Reference SettingStore settings,
            @Reference PersonTraces traces,
            @Reference RedactTicket redact,
            @Reference ExplanationStore explanations,
            @Reference HistoryStore history,
            @Reference RedactHistory words,
            @Reference Vault vault,
            @Reference Timers timers,
            @Reference DeskClock clock) {
        this.transactions = transactions;
        this.settings = settings;
        this.traces = traces;
        this.redact = redact;
        this.explanations = explanations;
        this.history = history;
        this.words = words;
        this.vault = vault;
        this.timers = timers;
        this.clock = clock;
    }

    /** Returns how far the erasure of a person is, or nothing if it never began. */
    Optional<Erasure> find(PersonId person) {
        return settings.find(SETTING + person).map(found -> Json.read(found.content(), Erasure.class));
    }

    /** Begins, and does the first tickets in the thread's transaction; a timer does the rest if there are more. */
    Erasure begin(PersonId person, TicketWords kept, boolean staff, Identifiers identifiers) {
        String sealed = vault.seal(KIND, Json.write(identifiers.words()));
        Erasure begun = new Erasure(kept, staff, Stage.TICKETS, null, sealed, 0, clock.now(), null);
        Erasure first = advance(person, begun);
        timers.set(EraseLatecomers.KIND, person.toString(), clock.now().plus(LATE));
        if (!first.done()) {
            timers.set(KIND, person.toString(), clock.now());
        }
        return first;
    }

    @Override
    public String id() {
        return KIND;
    }

    @Override
    public void ring(String subject, Instant due) {
        PersonId person = PersonId.of(subject);
        boolean more;
        do {
            more = transactions.write(() -> find(person)
                    .filter(erasure -> !erasure.done())
                    .map(erasure -> !advance(person, erasure).done())
                    .orElse(false));
        } while (more);
    }

    private Erasure advance(PersonId person, Erasure erasure) {
        Identifiers identifiers = Identifiers.of(
                Json.read(vault.open(KIND, Objects.requireNonNull(erasure.sealed(), "kept until it is over")), WORDS));
        Erasure next = switch (erasure.stage()) {
            case TICKETS -> tickets(person, erasure, identifiers);
            case EXPLANATIONS -> explanations(erasure, identifiers);
            case HISTORY -> history(erasure, identifiers);
            case DONE -> erasure;
        };
        settings.put(SETTING + person, Json.write(next));
        return next;
    }

    private Erasure tickets(PersonId person, Erasure erasure, Identifiers identifiers) {
        List<TicketId> page = traces.tickets(person, ticket(erasure.after()), TICKETS);
        Redaction redaction = new Redaction(person, erasure.tickets(), identifiers);
        page.forEach(ticket -> redact.handle(ticket, redaction));
        if (page.size() == TICKETS) {
            return erasure.at(Stage.TICKETS, page.get(TICKETS - 1).toString(), TICKETS);
        }
        Erasure done = erasure.at(Stage.EXPLANATIONS, null, page.size());
        return erasure.staff() ? done : done.over(clock.now());
    }

    /** Only agents are named where it is told of tickets that never were theirs. */
    private Erasure explanations(Erasure erasure, Identifiers identifiers) {
        List<Kept> page = explanations.page(ticket(erasure.after()), EXPLANATIONS);
        for (Kept kept : page) {
            String masked = identifiers.mask(kept.content());
            if (!masked.equals(kept.content())) {
                explanations.rewrite(kept.ticketId(), masked);
            }
        }
        return page.size() == EXPLANATIONS
                ? erasure.at(
                        Stage.EXPLANATIONS,
                        page.get(EXPLANATIONS - 1).ticketId().toString(),
                        0)
                : erasure.at(Stage.HISTORY, null, 0);
    }

    private Erasure history(Erasure erasure, Identifiers identifiers) {
        String after = erasure.after();
        List<EventId> page = history.worded(after == null ? null : EventId.of(after), EVENTS);
        words.redact(page, identifiers);
        return page.size() == EVENTS
                ? erasure.at(Stage.HISTORY, page.get(EVENTS - 1).toString(), 0)
                : erasure.over(clock.now());
    }

    private static @Nullable TicketId ticket(@Nullable String after) {
        return after == null ? null : TicketId.of(after);
    }
}
