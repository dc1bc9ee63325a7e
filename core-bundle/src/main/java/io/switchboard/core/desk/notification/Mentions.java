package io.switchboard.core.desk.notification;

import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.Right;
import io.switchboard.core.desk.TicketEdit;
import io.switchboard.core.store.people.PersonRow;
import io.switchboard.core.store.people.PersonSearch;
import io.switchboard.core.store.people.PersonStore;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Finds whom a note mentions: {@code @} and the address of an agent, or what stands before the {@code @} of their address if
 * no other agent's begins like that. Works in a change that is under way.
 */
@Component(service = Mentions.class)
public final class Mentions {
    private static final int MOST = 20;
    private static final Pattern MENTION =
            Pattern.compile("(?<![\\p{L}\\p{N}._+-])@([\\p{L}\\p{N}._+-]{1,64}(?:@[\\p{L}\\p{N}.-]{1,190})?)");

    private final PersonStore persons;
    private final Watchers watchers;
    private final Notify notify;

    /** Makes it. */
    @Activate
    public Mentions(@Reference PersonStore persons, @Reference Watchers watchers, @Reference Notify notify) {
        this.persons = persons;
        this.watchers = watchers;
        this.notify = notify;
    }

    /**
     * Has the agents whom a note mentions watch the ticket, and tells them. Only who may let others take part can do that
     * by a mention; and a confidential ticket is opened to nobody by the way: there those are told who see it anyway.
     */
    public void noted(TicketEdit edit, String body) {
        Set<PersonId> mentioned = find(body);
        if (edit.caller().may(Right.TICKET_EDIT) && !edit.ticket().confidential()) {
            mentioned.stream()
                    .filter(person -> !person.equals(edit.caller().person()))
                    .filter(person -> !edit.participants().contains(person))
                    .forEach(person -> watchers.join(edit, person));
        }
        notify.tell(edit, mentioned, NoticeKind.MENTION);
    }

    private Set<PersonId> find(String body) {
        Set<PersonId> found = new LinkedHashSet<>();
        Matcher matcher = MENTION.matcher(body);
        for (int tries = 0; tries < MOST && matcher.find(); tries++) {
            agent(matcher.group(1).replaceFirst("[.-]+$", "").toLowerCase(Locale.ROOT))
                    .map(PersonRow::id)
                    .ifPresent(found::add);
        }
        return found;
    }

    private Optional<PersonRow> agent(String handle) {
        String prefix = handle.contains("@") ? handle : handle + "@";
        List<PersonRow> agents = persons.list(new PersonSearch(true, prefix, null, null, 2)).stream()
                .filter(person -> person.active() && begins(person, prefix))
                .toList();
        return agents.size() == 1 ? Optional.of(agents.get(0)) : Optional.empty();
    }

    private static boolean begins(PersonRow person, String prefix) {
        String email = person.email();
        return email != null
                && (prefix.endsWith("@")
                        ? email.toLowerCase(Locale.ROOT).startsWith(prefix)
                        : email.equalsIgnoreCase(prefix));
    }
}
