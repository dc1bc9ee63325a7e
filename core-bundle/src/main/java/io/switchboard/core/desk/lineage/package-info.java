/** How a ticket comes out of another, and in which a merged one goes on; use cases of other packages build on it. */
@NullMarked
package io.switchboard.core.desk.lineage;

import org.jspecify.annotations.NullMarked;
