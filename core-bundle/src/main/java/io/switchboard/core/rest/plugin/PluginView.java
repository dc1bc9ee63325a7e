package io.switchboard.core.rest.plugin;

import com.fasterxml.jackson.core.type.TypeReference;
import io.switchboard.core.plugins.ReadPlugins.Installed;
import io.switchboard.core.plugins.text.ReaderLanguages;
import io.switchboard.core.plugins.text.SpokenTexts;
import io.switchboard.core.rest.InLanguage;
import io.switchboard.core.sockets.Quarantine.Held;
import io.switchboard.core.store.Json;
import io.switchboard.core.store.plugin.PluginRow;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A plugin.
 *
 * @param language of name and description
 * @param state {@code active}, {@code stopped} by an administrator, or {@code failed}
 * @param runningVersion the version that runs on the node that was asked, or null
 * @param failure why it does not run, or null
 * @param quarantine that it is asked nothing until somebody lifts that, or null
 * @param origin {@code offered}, {@code folder}, {@code upload} or {@code site}
 */
public record PluginView(
        String id,
        String name,
        String version,
        @Nullable String vendor,
        @Nullable String license,
        @Nullable String description,
        String language,
        List<String> sockets,
        String state,
        @Nullable String runningVersion,
        @Nullable String failure,
        @Nullable QuarantineView quarantine,
        String origin,
        String sha256,
        long size,
        @Nullable String installedBy,
        Instant installedAt)
        implements InLanguage {
    /** Keeps a copy. */
    public PluginView {
        sockets = List.copyOf(sockets);
    }

    /**
     * That a plugin is asked nothing.
     *
     * @param since from when on
     * @param reason why
     * @param matter the same with its kind
     */
    public record QuarantineView(Instant since, String reason, MatterView matter) {
        static @Nullable QuarantineView of(@Nullable Held held) {
            return held == null ? null : new QuarantineView(held.since(), held.reason(), MatterView.of(held.reason()));
        }
    }

    static PluginView of(Installed plugin, ReaderLanguages languages) {
        SpokenTexts texts = plugin.texts().in(languages);
        PluginRow row = plugin.row();
        String runs = plugin.runs();
        String whenNotRunning = row.enabled() ? "failed" : "stopped";
        return new PluginView(
                row.id(),
                texts.name(row.name()),
                row.version(),
                row.vendor(),
                row.license(),
                texts.description(row.description()),
                texts.language(),
                Json.read(row.sockets(), new TypeReference<List<String>>() {}),
                runs == null ? whenNotRunning : "active",
                runs,
                row.version().equals(runs) ? null : row.failure(),
                QuarantineView.of(plugin.held()),
                row.origin(),
                row.sha256(),
                row.size(),
                row.installedBy(),
                row.installedAt());
    }
}
