package io.switchboard.core.plugins.signer;

import org.jspecify.annotations.Nullable;

/**
 * Whose an archive is.
 *
 * @param signer who signed it, or null if nobody did
 * @param vendor whose it says it is, which anybody can say; or null
 */
public record Claim(@Nullable Signer signer, @Nullable String vendor) {}
