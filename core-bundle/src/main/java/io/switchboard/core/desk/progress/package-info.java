/** How tickets move along their lifecycle: transitions with their guards, sleeping, disposing, and removing for good. */
@NullMarked
package io.switchboard.core.desk.progress;

import org.jspecify.annotations.NullMarked;
