package io.switchboard.example.knowledge;

import io.switchboard.api.plugin.PluginHealth;
import io.switchboard.api.plugin.SwitchboardPlugin;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;

/** Knows the articles of the folder. It looks for changes every two seconds, since a question has no time for the disk. */
@Component(service = {ArticleFolder.class, PluginHealth.class})
@Designate(ocd = KnowledgeSettings.class)
@SwitchboardPlugin(socket = "PluginHealth")
public final class ArticleFolder implements PluginHealth {
    private static final long SECONDS = 2;

    private final @Nullable FolderReader reader;
    private final State unset;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "example-knowledge");
        thread.setDaemon(true);
        return thread;
    });

    /** Takes the settings, and begins to watch the folder. */
    @Activate
    public ArticleFolder(KnowledgeSettings settings) {
        this(settings.folder());
        watch.scheduleWithFixedDelay(this::look, 0, SECONDS, TimeUnit.SECONDS);
    }

    ArticleFolder(String folder) {
        Path path = absolute(folder.strip());
        reader = path == null ? null : new FolderReader(path);
        unset = new State(
                Grade.YELLOW,
                folder.isBlank()
                        ? "No articles are read: set 'folder' to the absolute path of a folder of Markdown files."
                        : "No articles are read: the setting 'folder' must be an absolute path.");
    }

    @Deactivate
    void stop() {
        watch.shutdownNow();
    }

    /** Reads what changed; for the thread that watches, and for tests. */
    void look() {
        if (reader != null) {
            reader.look();
        }
    }

    List<Article> articles() {
        return reader == null ? List.of() : reader.articles();
    }

    Optional<Article> article(String id) {
        return articles().stream().filter(article -> article.id().equals(id)).findFirst();
    }

    @Override
    public State check() {
        return reader == null ? unset : reader.state();
    }

    private static @Nullable Path absolute(String text) {
        try {
            return !text.isEmpty() && Path.of(text).isAbsolute() ? Path.of(text) : null;
        } catch (InvalidPathException none) {
            return null;
        }
    }
}
