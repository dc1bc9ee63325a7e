/** Who has which ticket open, as the nodes tell each other. */
@NullMarked
package io.switchboard.core.store.presence;

import org.jspecify.annotations.NullMarked;
