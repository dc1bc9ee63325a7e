package io.switchboard.core.sockets;

import java.time.Duration;
import java.util.List;

/**
 * The one place from which the desk calls plugins. Hand over and take back records only, never live objects. Never call
 * it inside a transaction. Callable from any thread; it blocks for the limit at most, and never throws what a plugin
 * threw.
 */
public interface PluginCalls {
    /** How long an advisor or a guard may take. */
    Duration ADVICE = Duration.ofMillis(250);

    /**
     * Asks one service.
     *
     * @param limit how long it may take; then the call is cut and counted as a failure
     * @param question calls the service once; runs on another thread
     */
    <S, T> Answer<T> ask(SocketService<S> service, Duration limit, Question<S, T> question);

    /**
     * Asks several services side by side, all within one limit.
     *
     * @return one answer for each service, in the order of the services
     */
    <S, T> List<Answer<T>> askAll(List<SocketService<S>> services, Duration limit, Question<S, T> question);

    /**
     * What is called on a service.
     *
     * @param <S> the socket
     * @param <T> the answer's type
     */
    @FunctionalInterface
    interface Question<S, T> {
        /**
         * Calls the service.
         *
         * @return its answer; null counts as nonsense
         * @throws Exception whatever the plugin throws
         */
        T putTo(S service) throws Exception;
    }
}
