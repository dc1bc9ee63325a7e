package io.switchboard.core.triage;

import io.switchboard.core.sockets.Answer;

/**
 * A plugin that did not answer triage.
 *
 * @param plugin its id
 * @param socket the socket's id
 * @param kind how it failed
 * @param message what happened
 */
public record PluginFailure(String plugin, String socket, Answer.Kind kind, String message) {
    static PluginFailure of(Answer.Failed<?> failed, Class<?> socket) {
        return new PluginFailure(failed.plugin(), socket.getSimpleName(), failed.kind(), failed.message());
    }
}
