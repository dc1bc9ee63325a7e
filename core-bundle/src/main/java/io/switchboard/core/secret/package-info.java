/** Keeping secrets that the desk must be able to read again: encrypted with a key that stands in the data folder alone. */
@NullMarked
package io.switchboard.core.secret;

import org.jspecify.annotations.NullMarked;
