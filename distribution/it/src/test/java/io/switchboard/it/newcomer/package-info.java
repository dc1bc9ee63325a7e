/** What README and plugin guide say, done word for word. */
@NullMarked
package io.switchboard.it.newcomer;

import org.jspecify.annotations.NullMarked;
