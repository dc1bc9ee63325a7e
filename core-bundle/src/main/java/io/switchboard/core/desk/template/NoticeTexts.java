package io.switchboard.core.desk.template;

import com.fasterxml.jackson.core.type.TypeReference;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.notification.Occasion;
import io.switchboard.api.people.Right;
import io.switchboard.api.ticket.BodyFormat;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.Limits;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.desk.configuration.DeskSettings;
import io.switchboard.core.desk.configuration.DeskSettings.Versioned;
import io.switchboard.core.desk.record.ReadTicket;
import io.switchboard.core.lifecycle.Lifecycle;
import io.switchboard.core.store.Json;
import io.switchboard.core.timing.DeskClock;
import io.switchboard.core.web.FrontDoor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The texts of notices: for each occasion one in English and one in German, which administrators replace by their own. Of a
 * confidential ticket there is one text for all occasions, in which nothing but its number and the desk's address is filled in.
 */
@Component(service = NoticeTexts.class)
public final class NoticeTexts {
    /** What stands in the place of an occasion for confidential tickets. */
    public static final String CONFIDENTIAL = "confidential";

    private static final List<String> LANGUAGES = List.of("en", "de");
    private static final List<String> OCCASIONS = Stream.concat(
                    Stream.of(Occasion.values()).map(Occasion::id), Stream.of(CONFIDENTIAL))
            .toList();
    private static final Map<String, Map<String, NoticeText>> STANDARD = standard();
    private static final Set<String> PUBLIC = Set.of(Placeholder.TICKET_NUMBER.id(), Placeholder.DESK_ADDRESS.id());
    private static final int LONGEST_SUBJECT = 300;
    private static final int LONGEST_BODY = 20_000;

    private final DeskSettings settings;
    private final ReadTicket read;
    private final Lifecycle lifecycle;
    private final DeskClock clock;
    private final URI desk;

    /** Makes it. */
    @Activate
    public NoticeTexts(
            @Reference DeskSettings settings,
            @Reference ReadTicket read,
            @Reference Lifecycle lifecycle,
            @Reference DeskClock clock,
            @Reference FrontDoor door) {
        this(settings, read, lifecycle, clock, door.publicAddress().uri());
    }

    /** Makes those of a desk at an address. */
    public NoticeTexts(DeskSettings settings, ReadTicket read, Lifecycle lifecycle, DeskClock clock, URI desk) {
        this.settings = settings;
        this.read = read;
        this.lifecycle = lifecycle;
        this.clock = clock;
        this.desk = desk;
    }

    /**
     * A text as it stands.
     *
     * @param version 0 as long as nobody replaced it
     */
    public record Kept(String occasion, String language, NoticeText text, long version) {}

    /**
     * What is filled in besides the ticket.
     *
     * @param message what was written, as plain text, or null
     * @param writer who wrote it, or null
     */
    public record Said(@Nullable String message, @Nullable String writer) {
        /** Nothing was written. */
        public static final Said NOTHING = new Said(null, null);
    }

    /** Returns all texts. */
    public List<Kept> list(Caller caller) {
        AccessPolicy.require(caller, Right.DESK_CONFIGURE);
        List<Kept> all = new ArrayList<>();
        OCCASIONS.forEach(occasion -> LANGUAGES.forEach(language -> all.add(kept(occasion, language))));
        return all;
    }

    /** Returns a text. */
    public Kept get(Caller caller, String occasion, String language) {
        AccessPolicy.require(caller, Right.DESK_CONFIGURE);
        demand(occasion, language);
        return kept(occasion, language);
    }

    /**
     * Replaces a text.
     *
     * @throws SwitchboardException with {@code invalid-field} if it cannot be understood
     */
    public Kept replace(Caller caller, String occasion, String language, NoticeText text, Precondition precondition) {
        AccessPolicy.require(caller, Right.DESK_CONFIGURE);
        demand(occasion, language);
        check(text);
        Versioned<NoticeText> put = settings.replace(
                caller, name(occasion, language), NoticeText.class, standard(occasion, language), text, precondition);
        return new Kept(occasion, language, put.content(), put.version());
    }

    /** Fills a text in that need not be kept, with a ticket that the caller sees and the description in the place of a message. */
    public NoticeText preview(Caller caller, String occasion, NoticeText text, TicketId id) {
        AccessPolicy.require(caller, Right.DESK_CONFIGURE);
        demand(occasion, LANGUAGES.get(0));
        check(text);
        Ticket ticket = read.ticket(caller, id);
        boolean secret = occasion.equals(CONFIDENTIAL);
        return fill(text, ticket, new Said(ticket.description(), "Ann Example"), secret);
    }

    /** Returns what somebody is told, in their language or else in English. */
    public NoticeText fill(Occasion occasion, @Nullable String language, Ticket ticket, Said said) {
        String spoken = language == null ? "" : Locale.forLanguageTag(language).getLanguage();
        String known = LANGUAGES.contains(spoken) ? spoken : LANGUAGES.get(0);
        boolean secret = ticket.confidential();
        return fill(kept(secret ? CONFIDENTIAL : occasion.id(), known).text(), ticket, said, secret);
    }

    private NoticeText fill(NoticeText text, Ticket ticket, Said said, boolean secret) {
        Map<String, String> texts = new HashMap<>(Placeholder.texts(new Placeholder.Facts(
                ticket,
                lifecycle.name(ticket.progress()),
                new Placeholder.Agent(said.writer(), null, null),
                said.message(),
                desk,
                clock.now())));
        if (secret) {
            texts.replaceAll((name, value) -> PUBLIC.contains(name) ? value : "");
        }
        String subject = TemplateText.of("subject", text.subject())
                .fill(BodyFormat.TEXT, texts)
                .replaceAll("\\p{Cntrl}", " ")
                .strip();
        return new NoticeText(
                subject.length() <= LONGEST_SUBJECT ? subject : subject.substring(0, LONGEST_SUBJECT - 1) + "…",
                TemplateText.of("body", text.body()).fill(BodyFormat.TEXT, texts));
    }

    private static void check(NoticeText text) {
        Limits limits =
                new Limits().line("subject", text.subject(), LONGEST_SUBJECT).line("body", text.body(), LONGEST_BODY);
        if (text.subject().codePoints().anyMatch(Character::isISOControl)) {
            limits.wrong("subject", "must be one line");
        }
        limits.check();
        TemplateText.of("subject", text.subject());
        TemplateText.of("body", text.body());
    }

    private static void demand(String occasion, String language) {
        if (!OCCASIONS.contains(occasion) || !LANGUAGES.contains(language)) {
            throw SwitchboardException.notFound("notice text");
        }
    }

    private Kept kept(String occasion, String language) {
        Versioned<NoticeText> found =
                settings.read(name(occasion, language), NoticeText.class, standard(occasion, language));
        return new Kept(occasion, language, found.content(), found.version());
    }

    private static NoticeText standard(String occasion, String language) {
        return Objects.requireNonNull(
                Objects.requireNonNull(STANDARD.get(language), language).get(occasion), occasion);
    }

    private static String name(String occasion, String language) {
        return "notice." + occasion + "." + language;
    }

    private static Map<String, Map<String, NoticeText>> standard() {
        try (InputStream file = Objects.requireNonNull(NoticeTexts.class.getResourceAsStream("notices.json"))) {
            return Json.read(
                    new String(file.readAllBytes(), StandardCharsets.UTF_8),
                    new TypeReference<Map<String, Map<String, NoticeText>>>() {});
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
