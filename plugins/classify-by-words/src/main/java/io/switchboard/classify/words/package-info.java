/** What a new ticket is about, by words that an administrator names. */
@NullMarked
package io.switchboard.classify.words;

import org.jspecify.annotations.NullMarked;
