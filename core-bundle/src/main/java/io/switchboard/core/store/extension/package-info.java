/** The storage of plugins: each has its own tables, told apart by a prefix, and takes part in the same transactions. */
@NullMarked
package io.switchboard.core.store.extension;

import org.jspecify.annotations.NullMarked;
