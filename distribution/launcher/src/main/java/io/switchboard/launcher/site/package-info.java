/** {@code switchboard site}: makes an update site of a folder with archives of plugins, for servers to install from. */
@NullMarked
package io.switchboard.launcher.site;

import org.jspecify.annotations.NullMarked;
