/** How long what is kept, and what becomes of it then. */
@NullMarked
package io.switchboard.core.desk.retention;

import org.jspecify.annotations.NullMarked;
