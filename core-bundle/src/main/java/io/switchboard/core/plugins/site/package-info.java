/**
 * Update sites: folders and HTTP addresses from which plugins can be installed. Each has an index that is signed by a key
 * which an administrator trusts; one that is older than what was seen, or has run out, is refused.
 */
@NullMarked
package io.switchboard.core.plugins.site;

import org.jspecify.annotations.NullMarked;
