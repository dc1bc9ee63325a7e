package io.switchboard.directory.csv;

import io.switchboard.api.people.CustomerDirectory;
import io.switchboard.api.plugin.PluginContext;
import io.switchboard.api.plugin.PluginHealth;
import io.switchboard.api.plugin.SwitchboardPlugin;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Knows customers from a CSV file. It looks every second whether the file changed, and reads it when it is a second at rest;
 * while a file cannot be read, what was read before is served.
 */
@Component(service = {CustomerDirectory.class, PluginHealth.class})
@Designate(ocd = CsvSettings.class)
@SwitchboardPlugin(socket = "CustomerDirectory")
@SwitchboardPlugin(socket = "PluginHealth")
public final class CsvDirectory implements CustomerDirectory, PluginHealth {
    private static final long MEBIBYTE = 1 << 20;

    private final @Nullable WatchedFile file;
    private final List<String> wrong;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "directory-csv");
        thread.setDaemon(true);
        return thread;
    });

    /** Takes the settings, and begins to watch the file. */
    @Activate
    public CsvDirectory(CsvSettings settings, @Reference PluginContext context) {
        this(settings, context.clock());
        watch.scheduleWithFixedDelay(this::look, 0, 1, TimeUnit.SECONDS);
    }

    CsvDirectory(CsvSettings settings, Clock clock) {
        Columns columns = Columns.of(settings);
        this.wrong = new ArrayList<>(columns.wrong());
        Path path = path(settings.file().strip());
        this.file = path == null
                ? null
                : new WatchedFile(
                        new Export(path, columns, settings.maximumSize() * MEBIBYTE, settings.maximumLines()), clock);
    }

    @Deactivate
    void stop() {
        watch.shutdownNow();
    }

    @Override
    public Optional<DirectoryEntry> byEmail(String email) {
        return file == null
                ? Optional.empty()
                : Optional.ofNullable(file.contents().entries().get(email));
    }

    @Override
    public String edition() {
        return file == null ? "" : file.contents().edition();
    }

    @Override
    public State check() {
        List<String> sentences = new ArrayList<>(wrong);
        Grade grade = wrong.isEmpty() ? Grade.GREEN : Grade.YELLOW;
        if (file == null) {
            sentences.add("No file is read: set 'file' to the absolute path of the export.");
            grade = Grade.YELLOW;
        } else {
            State state = file.state();
            grade = state.grade().compareTo(grade) > 0 ? state.grade() : grade;
            String message = state.message();
            if (message != null) {
                sentences.add(message);
            }
        }
        return new State(grade, sentences.isEmpty() ? null : String.join(" ", sentences));
    }

    /** Reads the file if it changed; for the thread that watches, and for tests. */
    void look() {
        if (file != null) {
            file.look();
        }
    }

    private @Nullable Path path(String text) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            Path path = Path.of(text);
            if (path.isAbsolute()) {
                return path;
            }
        } catch (InvalidPathException none) {
            wrong.add("The setting 'file' is no path.");
            return null;
        }
        wrong.add("The setting 'file' must be an absolute path.");
        return null;
    }
}
