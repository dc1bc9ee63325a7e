/**
 * {@code switchboard plugin}: lists and changes plugins from the command line, by the HTTP API of the running server, or by
 * the plugin folder of one that is stopped.
 */
@NullMarked
package io.switchboard.launcher.plugin;

import org.jspecify.annotations.NullMarked;
