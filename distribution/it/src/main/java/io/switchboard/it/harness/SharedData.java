package io.switchboard.it.harness;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/**
 * Public test data that is too large, or not ours, to stand in the repository. The system property
 * {@code switchboard.shared} says where it is; without it, in the folder {@code shared} beside the repository. Tests that
 * need it are skipped, and say so, where it is missing.
 */
public final class SharedData {

    private SharedData() {}

    /**
     * Returns a file or folder of the data.
     *
     * @throws TestAbortedException if it is not there
     */
    public static Path path(String name) {
        Path path = root().resolve("data").resolve(name);
        if (!Files.exists(path)) {
            throw new TestAbortedException("There is no " + path + "; -Dswitchboard.shared=FOLDER says where it is");
        }
        return path;
    }

    /** Parses a file of JSON. */
    public static JsonNode json(String name) {
        return Json.read(text(path(name)));
    }

    /** Parses a file with a JSON value on each line. */
    public static List<JsonNode> jsonLines(String name) {
        return text(path(name)).lines().map(Json::read).toList();
    }

    /** Lists the files of a folder by name. */
    public static List<Path> files(String name) {
        try (Stream<Path> files = Files.list(path(name))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        String given = System.getProperty("switchboard.shared", "");
        return given.isBlank()
                ? Distribution.home().resolve("../../../../../shared").normalize()
                : Path.of(given).toAbsolutePath();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
