package io.switchboard.core.sockets;

import java.util.List;

/** Knows which plugins serve which socket at this moment. */
public interface SocketRegistry {
    /**
     * Returns the services of one socket in the order in which they count: service ranking, highest first, then plugin
     * id. Stable from call to call while nothing comes or goes.
     */
    <S> List<SocketService<S>> services(Class<S> socket);

    /**
     * Returns the ids of the plugins that are to run, say that they fit the socket, and offer no service for it at this
     * moment, in alphabetical order: they are starting, did not come up, or were left out. For sockets whose silence is no
     * answer.
     */
    default List<String> absent(Class<?> socket) {
        return List.of();
    }

    /**
     * Has the listener told whenever a service of the socket comes, changes or goes, and once for all that is there. It
     * runs on the thread that made the change and must be quick.
     *
     * @return ends it when closed
     */
    AutoCloseable watch(Class<?> socket, Runnable listener);
}
