package io.switchboard.core.desk.template;

import io.switchboard.api.ticket.PersonReference;
import io.switchboard.api.ticket.Ticket;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What may stand in a template between double braces. There is nothing else: each name reads one text. */
enum Placeholder {
    TICKET_NUMBER(facts -> facts.ticket().number()),
    TICKET_SUBJECT(facts -> facts.ticket().subject()),
    TICKET_STATUS(Facts::status),
    TICKET_PRIORITY(facts -> facts.ticket().classification().priority().id()),
    TICKET_TYPE(facts -> words(facts.ticket().classification().type().id())),
    TICKET_CATEGORY(facts -> facts.ticket().classification().category()),
    TICKET_PRODUCT(facts -> facts.ticket().classification().product()),
    TICKET_TEAM(facts -> facts.team()),
    TICKET_ASSIGNEE(facts -> name(facts.ticket().assignee())),
    TICKET_CREATED(facts -> day(facts.ticket().createdAt())),
    TICKET_EXPECTED(facts -> day(facts.ticket().expectedResolutionAt())),
    TICKET_SOLUTION(Facts::solution),
    REQUESTER_NAME(facts -> facts.ticket().requester().name()),
    REQUESTER_EMAIL(facts -> facts.ticket().requester().email()),
    AGENT_NAME(facts -> facts.agent().name()),
    AGENT_EMAIL(facts -> facts.agent().email()),
    AGENT_SIGNATURE(facts -> facts.agent().signature()),
    MESSAGE_TEXT(Facts::message),
    DESK_ADDRESS(facts -> facts.desk().toString()),
    DESK_DATE(facts -> day(facts.now()));

    /**
     * Where the texts come from.
     *
     * @param status the name of the ticket's status for people
     * @param message what was written, as plain text, or null where there is no message
     */
    record Facts(
            Ticket ticket,
            String status,
            Agent agent,
            @Nullable String message,
            URI desk,
            Instant now) {
        private @Nullable String team() {
            Ticket.TeamReference team = ticket.team();
            return team == null ? null : team.name();
        }

        private @Nullable String solution() {
            return ticket.resolution() == null ? null : ticket.resolution().summary();
        }
    }

    /** Who fills it in; a plugin or the desk itself has no name. */
    record Agent(
            @Nullable String name,
            @Nullable String email,
            @Nullable String signature) {}

    private final Function<Facts, @Nullable String> text;

    Placeholder(Function<Facts, @Nullable String> text) {
        this.text = text;
    }

    /** Returns the name that stands between the braces, for example {@code ticket.number}. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    static boolean known(String id) {
        return Arrays.stream(values()).anyMatch(placeholder -> placeholder.id().equals(id));
    }

    static List<String> ids() {
        return Arrays.stream(values()).map(Placeholder::id).toList();
    }

    /** Returns the text of every placeholder; what the ticket does not have is empty. */
    static Map<String, String> texts(Facts facts) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Placeholder placeholder : values()) {
            String text = placeholder.text.apply(facts);
            texts.put(placeholder.id(), text == null ? "" : text);
        }
        return texts;
    }

    private static @Nullable String name(@Nullable PersonReference person) {
        return person == null ? null : person.name();
    }

    private static String words(String id) {
        return id.replace('_', ' ');
    }

    private static @Nullable String day(@Nullable Instant time) {
        return time == null ? null : LocalDate.ofInstant(time, ZoneOffset.UTC).toString();
    }
}
