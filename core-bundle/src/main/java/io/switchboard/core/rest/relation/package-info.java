/** How tickets hang together, over HTTP: links, merging, splitting, and who takes part. */
@NullMarked
package io.switchboard.core.rest.relation;

import org.jspecify.annotations.NullMarked;
