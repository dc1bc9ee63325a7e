package io.switchboard.core.store.plugin;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code plugin_signer}.
 *
 * @param pluginId the plugin that is bound
 * @param fingerprint SHA-256 of the certificate that its next version must be signed with, or null if it was released
 * @param signer the subject of that certificate, or null
 * @param boundBy who bound it, as the audit log names them
 */
public record SignerRow(
        String pluginId,
        @Nullable String fingerprint,
        @Nullable String signer,
        Instant boundAt,
        String boundBy) {}
