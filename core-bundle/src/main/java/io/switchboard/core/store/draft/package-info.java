/** What people are writing and have not sent, as it is kept. */
@NullMarked
package io.switchboard.core.store.draft;

import org.jspecify.annotations.NullMarked;
