/** The lifecycle profiles that administrators made, and which tickets stand where in them. */
@NullMarked
package io.switchboard.core.store.lifecycle;

import org.jspecify.annotations.NullMarked;
