/**
 * Asking plugins. {@link io.switchboard.core.sockets.SocketRegistry} knows who serves each socket and in which order;
 * {@link io.switchboard.core.sockets.PluginCalls} is the only place from which the desk calls a plugin: it limits time,
 * keeps one plugin from taking the threads of the others, counts, measures, stops asking what keeps failing, and names
 * the plugin in all of it.
 */
@NullMarked
package io.switchboard.core.sockets;

import org.jspecify.annotations.NullMarked;
