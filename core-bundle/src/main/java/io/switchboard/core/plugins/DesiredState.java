package io.switchboard.core.plugins;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.core.plugins.desired.DesiredFile;
import io.switchboard.core.plugins.desired.DesiredPlugin;
import io.switchboard.core.plugins.desired.DesiredSource;
import io.switchboard.core.plugins.desired.SettingReference;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows {@code plugins.json}: moves to what it says when it, or a file that it names, has changed and then stayed the same for one
 * look. What is refused is tried again after a minute, since an update site may be back.
 */
@Component(service = DesiredState.class)
public final class DesiredState {
    private static final Logger LOG = LoggerFactory.getLogger(DesiredState.class);
    private static final Duration AGAIN = Duration.ofMinutes(1);
    private static final int LARGEST = 1 << 20;

    private final PluginsFile file;
    private final DesiredArchives sources;
    private final MoveToDesired move;
    private Set<Path> watched = Set.of();
    private Map<Path, Stamp> before = Map.of();
    private Map<Path, Stamp> settled = Map.of();
    private volatile @Nullable Outcome outcome;

    /** Makes it. */
    @Activate
    public DesiredState(
            @Reference PluginsFile file, @Reference DesiredArchives sources, @Reference MoveToDesired move) {
        this.file = file;
        this.sources = sources;
        this.move = move;
    }

    private record Stamp(long size, FileTime changed) {}

    /**
     * What became of the file.
     *
     * @param reasons why it is not carried out; empty if it is
     * @param at since when that is so
     */
    public record Outcome(List<String> reasons, Instant at) {
        /** Keeps a copy. */
        public Outcome {
            reasons = List.copyOf(reasons);
        }
    }

    /** Returns what became of the file, or nothing if there is none or it was not looked at yet. */
    public Optional<Outcome> outcome() {
        return file.rules() ? Optional.ofNullable(outcome) : Optional.empty();
    }

    /** Moves to what the file says, if it is there, without waiting for it to stay the same. */
    void begin() throws IOException {
        if (file.rules()) {
            watched = Set.of(file.path());
            before = stamps();
            carryOut();
        }
    }

    /** Looks once. Only one thread does this. */
    void look() throws IOException {
        if (!file.rules()) {
            outcome = null;
            watched = Set.of();
            settled = Map.of();
            return;
        }
        if (watched.isEmpty()) {
            watched = Set.of(file.path());
        }
        Map<Path, Stamp> present = stamps();
        boolean still = present.equals(before);
        before = present;
        if (still && (!present.equals(settled) || isDue())) {
            carryOut();
        }
    }

    private boolean isDue() {
        Outcome last = outcome;
        return last != null
                && !last.reasons().isEmpty()
                && Instant.now().isAfter(last.at().plus(AGAIN));
    }

    private void carryOut() throws IOException {
        Map<Path, Stamp> seen = stamps();
        try {
            List<DesiredPlugin> wanted = DesiredFile.read(content());
            watched = named(wanted);
            settled = stamps();
            settled.putAll(seen); // what is written while it is read is looked at again
            if (move.handle(wanted)) {
                LOG.info("Moved to the {} plugins of {}", wanted.size(), file.path());
            }
            tell(List.of());
        } catch (SwitchboardException refused) {
            settled = seen;
            tell(reasons(refused));
        } catch (UncheckedIOException unreadable) {
            settled = seen;
            tell(List.of(String.valueOf(unreadable.getMessage())));
        }
        before = settled;
    }

    private void tell(List<String> reasons) {
        Outcome last = outcome;
        if (last == null || !last.reasons().equals(reasons)) {
            reasons.forEach(why -> LOG.error("{} is not carried out: {}", file.path(), why));
        }
        outcome = new Outcome(reasons, Instant.now());
    }

    private static List<String> reasons(SwitchboardException refused) {
        if (!refused.fields().isEmpty()) {
            return refused.fields().stream()
                    .map(field -> field.field() + " " + field.message())
                    .toList();
        }
        return refused.details().get("reasons") instanceof List<?> reasons
                ? reasons.stream().map(String::valueOf).toList()
                : List.of(String.valueOf(refused.getMessage()));
    }

    private String content() throws IOException {
        try (InputStream content = Files.newInputStream(file.path())) {
            byte[] bytes = content.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw SwitchboardException.field(DesiredFile.NAME, "must have at most " + LARGEST + " bytes");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    /** Returns the files whose change is a change of what is wanted. */
    private Set<Path> named(List<DesiredPlugin> wanted) {
        Set<Path> named = new HashSet<>(Set.of(file.path()));
        for (DesiredPlugin plugin : wanted) {
            if (plugin.source() instanceof DesiredSource.File source) {
                named.add(file.data().resolve(source.path()).normalize());
            }
            Map<String, Object> settings = plugin.settings() == null ? Map.of() : plugin.settings();
            for (Object value : settings.values()) {
                if (value instanceof SettingReference.File reference) {
                    named.add(reference.in(file.data()));
                }
            }
        }
        return named;
    }

    private Map<Path, Stamp> stamps() throws IOException {
        Map<Path, Stamp> stamps = new HashMap<>();
        for (Path path : watched) {
            if (Files.isRegularFile(path)) {
                stamps.put(path, new Stamp(Files.size(path), Files.getLastModifiedTime(path)));
            }
        }
        return stamps;
    }
}
