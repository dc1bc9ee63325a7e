/** Subscriptions and what each has still to be told. */
@NullMarked
package io.switchboard.core.store.feed;

import org.jspecify.annotations.NullMarked;
