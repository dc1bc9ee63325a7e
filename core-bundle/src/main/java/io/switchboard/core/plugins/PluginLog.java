package io.switchboard.core.plugins;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.LoggerFactory;

/**
 * The latest lines of the log that concern a plugin, a hundred of each: those of its own classes, those written on a thread
 * on which it is asked, and those of the desk that name it. They are gone when the server stops; the log keeps them all.
 */
@Component(service = PluginLog.class, immediate = true)
public final class PluginLog {
    /** How many lines are kept of a plugin. */
    static final int KEPT = 100;

    private static final int PLUGINS = 200;
    private static final int LONGEST = 1_000;

    private final LogOwners owners;
    private final Map<String, Deque<Line>> lines = new LinkedHashMap<>(16, 0.75f, true);
    private final Tap tap = new Tap();
    private final LogbackTap attached;

    /** Begins to listen. */
    @Activate
    public PluginLog(BundleContext context) {
        this(new LogOwners(context));
    }

    PluginLog(LogOwners owners) {
        this.owners = owners;
        this.attached = LoggerFactory.getILoggerFactory() instanceof LoggerContext logback
                ? LogbackTap.attach(logback, tap)
                : LogbackTap.NONE;
    }

    @Deactivate
    void stop() {
        attached.detach();
        owners.close();
    }

    /**
     * A line of the log.
     *
     * @param level {@code error}, {@code warn}, {@code info} or less
     * @param logger who wrote it, a class as a rule
     * @param message what it says, with the exception that came with it, at most 1,000 characters
     */
    public record Line(Instant at, String level, String logger, String message) {}

    /** Returns the lines of a plugin, newest first. */
    List<Line> of(String plugin) {
        synchronized (lines) {
            return List.copyOf(lines.getOrDefault(plugin, new ArrayDeque<>()));
        }
    }

    private void keep(ILoggingEvent event) {
        Set<String> concerned = new LinkedHashSet<>();
        owners.ofLogger(event.getLoggerName()).ifPresent(concerned::add);
        owners.ofThread(event.getThreadName()).ifPresent(concerned::add);
        Object[] arguments = event.getArgumentArray();
        for (Object argument : arguments == null ? new Object[0] : arguments) {
            if (argument instanceof String name && owners.isPlugin(name)) {
                concerned.add(name);
            }
        }
        if (!concerned.isEmpty()) {
            Line line = line(event);
            concerned.forEach(plugin -> keep(plugin, line));
        }
    }

    private void keep(String plugin, Line line) {
        synchronized (lines) {
            Deque<Line> own = lines.computeIfAbsent(plugin, first -> new ArrayDeque<>());
            own.addFirst(line);
            if (own.size() > KEPT) {
                own.removeLast();
            }
            if (lines.size() > PLUGINS) {
                lines.remove(lines.keySet().iterator().next());
            }
        }
    }

    private static Line line(ILoggingEvent event) {
        IThrowableProxy thrown = event.getThrowableProxy();
        String message = event.getFormattedMessage()
                + (thrown == null ? "" : " (" + thrown.getClassName() + ": " + thrown.getMessage() + ")");
        Level level = event.getLevel();
        return new Line(
                Instant.ofEpochMilli(event.getTimeStamp()).truncatedTo(ChronoUnit.MILLIS),
                level.toString().toLowerCase(Locale.ROOT),
                event.getLoggerName(),
                message.length() > LONGEST ? message.substring(0, LONGEST) : message);
    }

    /** Where the log comes by. */
    private final class Tap extends UnsynchronizedAppenderBase<ILoggingEvent> {
        @Override
        protected void append(ILoggingEvent event) {
            keep(event);
        }
    }
}
