package io.switchboard.core.desk.person;

import io.switchboard.api.desk.Actor;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.ticket.EventId;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.core.desk.history.ActorText;
import io.switchboard.core.desk.person.RedactTicket.Redaction;
import io.switchboard.core.store.history.HistoryRow;
import io.switchboard.core.store.history.HistoryStore;
import io.switchboard.core.store.history.HistoryText;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Takes a person's words out of the history of a ticket. Words stand beside the chain with a salt of their own; both go,
 * so that nobody can guess them, and the chain stays whole. They cannot be replaced: that would look like a forgery.
 */
@Component(service = RedactHistory.class)
public final class RedactHistory {
    private static final int PAGE = 500;

    private final HistoryStore history;

    /** Makes it. */
    @Activate
    public RedactHistory(@Reference HistoryStore history) {
        this.history = history;
    }

    void redact(Ticket ticket, Redaction redaction) {
        if (redaction.empties(ticket)) {
            history.eraseTexts(ticket.id());
            return;
        }
        long after = 0;
        List<HistoryRow> page;
        do {
            page = history.ofTicket(ticket.id(), after, PAGE);
            Set<EventId> own = own(page, redaction);
            List<EventId> events = page.stream().map(HistoryRow::eventId).toList();
            for (HistoryText text : history.texts(events)) {
                boolean words = own.contains(text.eventId()) && redaction.words() == TicketWords.EMPTY;
                if (words || names(text, redaction.identifiers())) {
                    history.eraseText(text.eventId(), text.field());
                }
            }
            after = page.isEmpty() ? after : page.get(page.size() - 1).sequence();
        } while (page.size() == PAGE);
    }

    /** Erases what names a person among the words of events. */
    void redact(List<EventId> events, Identifiers identifiers) {
        history.texts(events).stream()
                .filter(text -> names(text, identifiers))
                .forEach(text -> history.eraseText(text.eventId(), text.field()));
    }

    private static boolean names(HistoryText text, Identifiers identifiers) {
        return identifiers.standIn(text.beforeText()) || identifiers.standIn(text.afterText());
    }

    private static Set<EventId> own(List<HistoryRow> page, Redaction redaction) {
        return page.stream()
                .filter(row -> isBy(ActorText.read(row.actor()), redaction.person()))
                .map(HistoryRow::eventId)
                .collect(Collectors.toSet());
    }

    private static boolean isBy(Actor actor, PersonId person) {
        return actor instanceof Actor.Person somebody && somebody.person().equals(person)
                || actor instanceof Actor.Plugin plugin && person.equals(plugin.onBehalfOf());
    }
}
