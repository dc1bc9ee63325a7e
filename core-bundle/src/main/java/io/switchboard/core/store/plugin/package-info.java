/** Which plugins are installed: the truth that the framework of each node follows. */
@NullMarked
package io.switchboard.core.store.plugin;

import org.jspecify.annotations.NullMarked;
