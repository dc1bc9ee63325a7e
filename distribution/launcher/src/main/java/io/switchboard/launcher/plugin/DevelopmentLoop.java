package io.switchboard.launcher.plugin;

import com.google.gson.JsonObject;
import io.switchboard.launcher.folder.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Installs what a vendor is working on, again at each change: an archive, or the folder that their build compiles into. What is
 * refused is told, and the next change is waited for.
 */
final class DevelopmentLoop {
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final SourceFiles source;
    private final DeskConnection desk;
    private final Terminal terminal;
    private @Nullable String before;
    private @Nullable String sent;

    DevelopmentLoop(Path source, DeskConnection desk, Terminal terminal) {
        this.source = new SourceFiles(source);
        this.desk = desk;
        this.terminal = terminal;
    }

    /** Goes on until the process is ended. */
    void run() throws IOException, InterruptedException {
        while (true) {
            look();
            Thread.sleep(PAUSE.toMillis());
        }
    }

    /** Looks once, and installs what is new and was the same at the look before: a build writes for a while. */
    void look() throws IOException, InterruptedException {
        String present = source.state();
        boolean rests = present.equals(before);
        before = present;
        if (!rests || present.equals(sent) || !source.isComplete()) {
            return;
        }
        try {
            send(source.archive());
            sent = present;
        } catch (NoSuchFileException gone) {
            before = null; // the build has begun anew meanwhile
        }
    }

    private void send(Path copy) throws IOException, InterruptedException {
        try {
            long begin = System.nanoTime();
            JsonObject plugin = desk.upload("?dryRun=false", copy, 201).json();
            long millis = Duration.ofNanos(System.nanoTime() - begin).toMillis();
            terminal.line(Json.text(plugin, "id") + " " + Json.text(plugin, "version") + " is "
                    + Json.text(plugin, "state") + " after " + millis + " ms");
        } catch (StartFailure refused) {
            terminal.line(String.valueOf(refused.getMessage()));
        } finally {
            Files.deleteIfExists(copy);
        }
    }
}
