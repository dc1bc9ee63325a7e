/** Hostile and odd input from public collections, which stand beside the repository and are not part of it. */
@NullMarked
package io.switchboard.it.input;

import org.jspecify.annotations.NullMarked;
