package io.switchboard.api.desk;

import io.switchboard.api.ticket.BodyFormat;
import org.osgi.annotation.versioning.ProviderType;

/** Turns what messages say into HTML, as the desk's own pages show it. Get it as an OSGi service; it may be used from any thread. */
@ProviderType
public interface BodyRenderer {
    /**
     * Returns HTML that is safe to stand in a page: without scripts, styles, forms and frames, and with links that are no
     * scripts. It may have images of other sites, which a page keeps away by its policy.
     *
     * @param body the body of a message, in any format at most 1 MiB
     * @param format how it is written
     */
    String html(String body, BodyFormat format);
}
