package io.switchboard.core.plugins.site;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version of a plugin that a site offers.
 *
 * @param file the archive's file beside the index
 * @param size how many bytes it has
 * @param sha256 of these, in lower-case hexadecimal digits
 * @param signer the SHA-256 of the certificate that the archive is signed with, or null
 * @param date when the site first offered it
 * @param changelog what is new in it, or null
 * @param vulnerabilities what is known to be wrong with it, for example CVE numbers
 * @param gives what it gives to others
 * @param withdrawn why it is not to be installed any more, or null
 */
public record Offer(
        String id,
        String version,
        String name,
        @Nullable String vendor,
        @Nullable String description,
        String file,
        long size,
        String sha256,
        @Nullable String signer,
        Instant date,
        @Nullable String changelog,
        List<String> vulnerabilities,
        List<Given> gives,
        @Nullable String withdrawn) {
    /** Keeps a copy. */
    public Offer {
        vulnerabilities = List.copyOf(vulnerabilities);
        gives = List.copyOf(gives);
    }
}
