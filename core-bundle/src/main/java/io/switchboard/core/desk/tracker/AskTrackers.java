package io.switchboard.core.desk.tracker;

import io.switchboard.api.tracker.IssueTracker;
import io.switchboard.api.tracker.IssueTracker.Delivery;
import io.switchboard.api.tracker.IssueTracker.Heard;
import io.switchboard.api.tracker.IssueTracker.NewReport;
import io.switchboard.api.tracker.IssueTracker.Report;
import io.switchboard.api.tracker.TrackerAwayException;
import io.switchboard.api.tracker.Trackers;
import io.switchboard.core.sockets.Answer;
import io.switchboard.core.sockets.PluginCalls;
import io.switchboard.core.sockets.PluginCalls.Question;
import io.switchboard.core.sockets.SocketRegistry;
import io.switchboard.core.sockets.SocketService;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Asks bug trackers on behalf of other plugins, and lets nothing through that is no report. */
@Component(service = Trackers.class)
public final class AskTrackers implements Trackers {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration LIMIT_OF_HEARING = Duration.ofSeconds(5);
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final Pattern REFERENCE = Pattern.compile("[^\\p{Cntrl}]{1,200}");
    /** An address of any other kind could be a script. */
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s\\p{Cntrl}]{1,1990}");

    private final SocketRegistry registry;
    private final PluginCalls calls;
    /** By plugin; an id is for good. */
    private final Map<String, String> ids = new ConcurrentHashMap<>();

    /** Makes it. */
    @Activate
    public AskTrackers(@Reference SocketRegistry registry, @Reference PluginCalls calls) {
        this.registry = registry;
        this.calls = calls;
    }

    /** What came of a call that did not fail: a value, or the wish to be left alone. */
    private record Reply<T>(@Nullable T value, @Nullable TrackerAwayException away) {}

    @Override
    public List<String> ids() {
        return registry.services(IssueTracker.class).stream()
                .flatMap(service -> id(service).stream())
                .distinct()
                .toList();
    }

    @Override
    public Report report(String tracker, NewReport defect) throws TrackerAwayException {
        return ask(tracker, LIMIT, service -> whole(service.report(defect)));
    }

    @Override
    public Optional<Report> find(String tracker, String reference) throws TrackerAwayException {
        return ask(tracker, LIMIT, service -> service.find(reference).map(AskTrackers::whole));
    }

    @Override
    public void comment(String tracker, String reference, String text) throws TrackerAwayException {
        ask(tracker, LIMIT, service -> {
            service.comment(reference, text);
            return true;
        });
    }

    @Override
    public Heard hear(String tracker, Delivery delivery) throws TrackerAwayException {
        return ask(tracker, LIMIT_OF_HEARING, service -> service.hear(delivery));
    }

    private <T> T ask(String tracker, Duration limit, Question<IssueTracker, T> question) throws TrackerAwayException {
        SocketService<IssueTracker> service = registry.services(IssueTracker.class).stream()
                .filter(candidate -> id(candidate).filter(tracker::equals).isPresent())
                .findFirst()
                .orElseThrow(() ->
                        new TrackerAwayException("There is no tracker '" + tracker + "' at the moment", Duration.ZERO));
        Answer<Reply<T>> answer = calls.ask(service, limit, asked -> reply(asked, question));
        if (answer instanceof Answer.Given<Reply<T>> given) {
            TrackerAwayException away = given.value().away();
            T value = given.value().value();
            if (away == null && value != null) {
                return value;
            }
            throw away != null ? away : new TrackerAwayException("It answered nothing", Duration.ZERO);
        }
        String message = answer instanceof Answer.Failed<Reply<T>> failed ? failed.message() : "";
        throw new TrackerAwayException("The tracker '" + tracker + "' " + message, Duration.ZERO);
    }

    /** A tracker that wants to be left alone does not fail: the breaker must not open for it. */
    private static <T> Reply<T> reply(IssueTracker service, Question<IssueTracker, T> question) throws Exception {
        try {
            T value = question.putTo(service);
            if (value == null) {
                throw new IllegalStateException("answered null");
            }
            return new Reply<>(value, null);
        } catch (TrackerAwayException away) {
            return new Reply<>(null, away);
        }
    }

    private static Report whole(Report report) {
        boolean sound = REFERENCE.matcher(report.reference()).matches()
                && ADDRESS.matcher(report.address()).matches()
                && REFERENCE.matcher(report.stateName()).matches();
        if (!sound) {
            throw new IllegalStateException("a report without a reference, an address or a state that can be shown");
        }
        return report;
    }

    /** One that does not answer at the moment keeps its place, so that its reports do not go to another. */
    private Optional<String> id(SocketService<IssueTracker> service) {
        String known = ids.get(service.plugin());
        if (known == null) {
            Answer<String> answer = calls.ask(service, PluginCalls.ADVICE, IssueTracker::id);
            known = answer instanceof Answer.Given<String> given
                            && ID.matcher(given.value()).matches()
                    ? given.value()
                    : null;
            if (known != null) {
                ids.put(service.plugin(), known);
            }
        }
        return Optional.ofNullable(known);
    }
}
