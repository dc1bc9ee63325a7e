package io.switchboard.core.sockets;

import java.time.Instant;
import java.util.List;

/** What the desk has seen of its plugins: figures of all calls, and the calls that hang. */
public interface PluginFigures {
    /** Returns the figures of every plugin at every socket where it was asked, by plugin and socket. */
    List<CallFigures> figures();

    /** Returns the calls that were cut and have not come back. */
    List<HangingCall> hanging();

    /**
     * A call that was cut and has not come back.
     *
     * @param plugin the plugin's id
     * @param socket the socket's id
     * @param thread the thread's name
     * @param since when it was cut
     * @param burning whether it uses the processor all the time; the plugin is then asked nothing until it stops
     */
    record HangingCall(String plugin, String socket, String thread, Instant since, boolean burning) {}
}
