package io.switchboard.core.feed;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Component;

/** Tells the dispatcher of this node that there is something to deliver. Other nodes find it when they look. */
@Component(service = FeedSignal.class)
public final class FeedSignal {
    private final List<Consumer<Set<Integer>>> listeners = new CopyOnWriteArrayList<>();

    /** Tells of committed rows of these subscriptions; quick. */
    void rowsFor(Set<Integer> subscriptions) {
        if (!subscriptions.isEmpty()) {
            listeners.forEach(listener -> listener.accept(subscriptions));
        }
    }

    /** Has the listener told, on the thread that committed. */
    void listen(Consumer<Set<Integer>> listener) {
        listeners.add(listener);
    }

    void remove(Consumer<Set<Integer>> listener) {
        listeners.remove(listener);
    }
}
