package io.switchboard.core.plugins;

import io.switchboard.core.plugins.text.PluginTexts;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Version;

/**
 * An archive that was read and found harmless as a file; whether it fits is for the framework to say.
 *
 * @param file where it lies
 * @param id the symbolic name
 * @param texts what it says in other languages
 * @param sha256 of its bytes
 * @param size of its bytes
 * @param signature whose content it is
 */
public record PluginArchive(
        Path file,
        String id,
        Version version,
        String name,
        @Nullable String vendor,
        @Nullable String license,
        @Nullable String description,
        PluginTexts texts,
        String sha256,
        long size,
        ArchiveSignature signature) {}
