package io.switchboard.core.people.lookup;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.Right;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.store.Json;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.setting.Setting;
import io.switchboard.core.store.setting.SettingStore;
import io.switchboard.core.store.ticket.Bucket;
import io.switchboard.core.store.ticket.TicketListing;
import io.switchboard.core.store.ticket.TicketListing.Filter;
import io.switchboard.core.store.ticket.TicketListing.Lane;
import io.switchboard.core.store.ticket.TicketListing.Position;
import io.switchboard.core.store.ticket.TicketOrder;
import io.switchboard.core.store.ticket.TicketStore;
import io.switchboard.core.store.ticket.TicketSummary;
import io.switchboard.core.timing.DeskClock;
import io.switchboard.core.timing.TimerKind;
import io.switchboard.core.timing.Timers;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Looks everybody with an open ticket up again: each hour, within a minute after a directory says that it has something
 * new, and when somebody wants it. It rings each minute, on one node, as long as there are directories.
 */
@Component(
        service = {LookAgain.class, TimerKind.class},
        immediate = true)
public final class LookAgain implements TimerKind {
    private static final String KIND = "customer-directories";
    private static final String REGULARLY = "regularly";
    private static final String AT_ONCE = "at-once";
    private static final String SETTING = "customer-directories.looked";
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final Duration OFTEN = Duration.ofHours(1);
    private static final int PAGE = 200;

    private final Transactions transactions;
    private final DirectoryQuestions questions;
    private final Lookups lookups;
    private final TicketStore tickets;
    private final SettingStore settings;
    private final Timers timers;
    private final DeskClock clock;
    private final AutoCloseable comings;

    /**
     * How far it is.
     *
     * @param editions what each directory said last, by plugin
     * @param at when everybody was looked up last
     */
    record Looked(Map<String, String> editions, Instant at) {}

    /** Begins to ring. */
    @Activate
    public LookAgain(
            @Reference Transactions transactions,
            @Reference DirectoryQuestions questions,
            @Reference Lookups lookups,
            @Reference TicketStore tickets,
            @Reference SettingStore settings,
            @Reference Timers timers,
            @Reference DeskClock clock) {
        this.transactions = transactions;
        this.questions = questions;
        this.lookups = lookups;
        this.tickets = tickets;
        this.settings = settings;
        this.timers = timers;
        this.clock = clock;
        this.comings = questions.watch(() -> lookups.inBackground(this::begin));
    }

    @Deactivate
    void deactivate() throws Exception {
        comings.close();
    }

    @Override
    public String id() {
        return KIND;
    }

    /**
     * Has everybody with an open ticket looked up now, in the background.
     *
     * @throws SwitchboardException with {@code feature-not-installed} if there is no directory
     */
    public void now(Caller caller) {
        AccessPolicy.require(caller, Right.PEOPLE_EDIT);
        requireDirectories(questions);
        set(AT_ONCE, clock.now());
    }

    /** Demands that there is a directory. */
    static void requireDirectories(DirectoryQuestions questions) {
        if (!questions.anybody()) {
            throw new SwitchboardException(
                    ErrorCode.FEATURE_NOT_INSTALLED,
                    "Customers are looked up by a plugin that serves the extension point CustomerDirectory; none is installed",
                    List.of(),
                    Map.of("feature", "customer-directory"),
                    null);
        }
    }

    @Override
    public void ring(String subject, Instant due) {
        if (!questions.anybody()) {
            return;
        }
        Map<String, String> editions = questions.editions();
        Looked looked = looked();
        boolean news = subject.equals(AT_ONCE)
                || editions.entrySet().stream()
                        .anyMatch(
                                one -> !one.getValue().equals(looked.editions().get(one.getKey())));
        if (news || looked.at().plus(OFTEN).isBefore(clock.now())) {
            Instant begun = clock.now();
            everybody(news);
            Map<String, String> known = new TreeMap<>(looked.editions());
            known.putAll(editions);
            settings.put(SETTING, Json.write(new Looked(known, begun)));
        }
        set(REGULARLY, clock.now().plus(PAUSE));
    }

    private void begin() {
        if (questions.anybody()) {
            set(REGULARLY, clock.now());
        }
    }

    private void set(String subject, Instant due) {
        transactions.write(() -> {
            timers.set(KIND, subject, due);
            return due;
        });
    }

    private Looked looked() {
        return settings.find(SETTING)
                .map(Setting::content)
                .map(content -> Json.read(content, Looked.class))
                .orElse(new Looked(Map.of(), Instant.EPOCH));
    }

    private void everybody(boolean news) {
        Set<PersonId> seen = new HashSet<>();
        List<TicketSummary> page = page(null);
        while (!page.isEmpty()) {
            Set<PersonId> requesters = new LinkedHashSet<>();
            page.stream()
                    .map(ticket -> ticket.requester().id())
                    .filter(seen::add)
                    .forEach(requesters::add);
            lookups.all(requesters, news);
            TicketSummary last = page.get(page.size() - 1);
            page = page.size() < PAGE ? List.of() : page(new Position(last.createdAt(), null, last.id()));
        }
    }

    private List<TicketSummary> page(@Nullable Position after) {
        return transactions.read(() -> tickets.list(new TicketListing(
                AccessPolicy.scope(Lookups.DESK),
                Bucket.OPEN,
                new Lane.Everything(),
                Filter.NONE,
                TicketOrder.CREATED,
                after,
                PAGE)));
    }
}
