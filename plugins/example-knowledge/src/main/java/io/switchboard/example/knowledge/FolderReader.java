package io.switchboard.example.knowledge;

import io.switchboard.api.plugin.PluginHealth.Grade;
import io.switchboard.api.plugin.PluginHealth.State;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads those files of a folder that changed since they were read last. What cannot be read is left out and named. It follows
 * no links, so that nothing outside the folder is shown.
 */
final class FolderReader {
    private static final Logger LOG = LoggerFactory.getLogger(FolderReader.class);
    private static final int FILES = 2_000;
    private static final int DEPTH = 8;
    private static final int BYTES = 256 << 10;
    private static final int NAMED = 3;
    private static final int SHOWN = 40;
    private static final Pattern PLACE =
            Pattern.compile("((?:[A-Za-z0-9_-]+/)*[A-Za-z0-9_-]+)(?:\\.([a-z]{2,3}))?\\.md");
    private static final int LONGEST = 200;

    private final Path folder;
    private Map<Path, Known> known = new HashMap<>();
    private volatile List<Article> articles = List.of();
    private volatile State state = State.WELL;

    FolderReader(Path folder) {
        this.folder = folder;
    }

    /** A file as it was read; without an article if it could not be. */
    private record Known(
            long size, FileTime changed, @Nullable Article article) {}

    List<Article> articles() {
        return articles;
    }

    State state() {
        return state;
    }

    /** Reads what changed. While the folder cannot be listed, what was read before stays. */
    synchronized void look() {
        Map<Path, Known> now = new TreeMap<>();
        try (Stream<Path> files = Files.find(folder, DEPTH, (file, attributes) -> isArticle(file, attributes))) {
            files.limit(FILES + 1L).forEach(file -> now.put(file, read(file)));
        } catch (IOException | UncheckedIOException unreadable) {
            tell(new State(Grade.RED, "The folder " + folder + " cannot be read; what was read before is served on."));
            return;
        }
        known = now;
        articles = now.values().stream()
                .flatMap(file -> Stream.ofNullable(file.article()))
                .limit(FILES)
                .toList();
        tell(judge(now));
    }

    private static boolean isArticle(Path file, BasicFileAttributes attributes) {
        return attributes.isRegularFile() && file.toString().endsWith(".md");
    }

    private Known read(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            Known before = known.get(file);
            if (before != null
                    && before.size() == attributes.size()
                    && before.changed().equals(attributes.lastModifiedTime())) {
                return before;
            }
            return new Known(attributes.size(), attributes.lastModifiedTime(), article(file));
        } catch (IOException unreadable) {
            return new Known(-1, FileTime.fromMillis(0), null);
        }
    }

    private @Nullable Article article(Path file) throws IOException {
        Matcher place = PLACE.matcher(folder.relativize(file).toString().replace('\\', '/'));
        if (!place.matches() || place.group().length() > LONGEST) {
            return null;
        }
        try (InputStream content = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            byte[] bytes = content.readNBytes(BYTES + 1);
            if (bytes.length > BYTES) {
                return null;
            }
            String markdown = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            String language = place.group(2);
            String id = place.group(1) + (language == null ? "" : "." + language);
            return Article.of(id, language, ("/" + id).contains("/internal/"), markdown);
        }
    }

    private State judge(Map<Path, Known> now) {
        List<String> sentences = new ArrayList<>();
        List<String> left = now.entrySet().stream()
                .filter(file -> file.getValue().article() == null)
                .map(file -> printable(folder.relativize(file.getKey()).toString()))
                .toList();
        if (!left.isEmpty()) {
            sentences.add(left.size() + " files are left out, among them "
                    + String.join(", ", left.subList(0, Math.min(NAMED, left.size())))
                    + ": an article is UTF-8 of at most " + BYTES
                    + " bytes, and its path has letters, digits, hyphens and underscores.");
        }
        if (now.size() > FILES) {
            sentences.add("There are more than " + FILES + " files; the rest is left out.");
        }
        return sentences.isEmpty() ? State.WELL : new State(Grade.YELLOW, String.join(" ", sentences));
    }

    private static String printable(String path) {
        String line = path.replaceAll("\\p{Cntrl}", "?");
        return line.length() > SHOWN ? line.substring(0, SHOWN) + "..." : line;
    }

    private void tell(State next) {
        if (!next.equals(state) && next.message() != null) {
            LOG.warn("{}", next.message());
        }
        state = next;
    }
}
