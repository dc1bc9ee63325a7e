package io.switchboard.core.delivery;

import io.switchboard.api.delivery.Courier;
import io.switchboard.api.delivery.Courier.Address;
import io.switchboard.core.sockets.Answer;
import io.switchboard.core.sockets.PluginCalls;
import io.switchboard.core.sockets.SocketRegistry;
import io.switchboard.core.sockets.SocketService;
import io.switchboard.core.store.backup.DeliveryHold;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Knows who would carry a message now. It asks plugins, so it is never called inside a transaction. */
@Component(service = Couriers.class)
public final class Couriers {
    private final DeliveryHold hold;
    private final SocketRegistry registry;
    private final PluginCalls calls;

    /** Makes it. */
    @Activate
    public Couriers(@Reference DeliveryHold hold, @Reference SocketRegistry registry, @Reference PluginCalls calls) {
        this.hold = hold;
        this.registry = registry;
        this.calls = calls;
    }

    /**
     * What the couriers said about an address.
     *
     * @param courier the first that reaches it, or null
     * @param failure how one did not answer, so that it is not known whether it does; or null
     */
    record Found(@Nullable SocketService<Courier> courier, Answer.@Nullable Failed<Boolean> failure) {}

    /**
     * Returns whether a message to the address is worth writing: a courier reaches it, or cannot say so now because it does not
     * answer or is being replaced; the message then waits for it. False while delivery is held.
     */
    public boolean reach(Address to) {
        if (hold.held()) {
            return false;
        }
        Found found = asked(to);
        return found.courier() != null
                || found.failure() != null
                || !registry.absent(Courier.class).isEmpty();
    }

    /** Returns who carries a message to the address; nobody while delivery is held. */
    Found find(Address to) {
        return hold.held() ? new Found(null, null) : asked(to);
    }

    private Found asked(Address to) {
        Answer.Failed<Boolean> failure = null;
        for (SocketService<Courier> service : registry.services(Courier.class)) {
            Answer<Boolean> reaches = calls.ask(service, PluginCalls.ADVICE, courier -> courier.reaches(to));
            if (reaches instanceof Answer.Given<Boolean> given) {
                if (given.value()) {
                    return new Found(service, failure);
                }
            } else if (reaches instanceof Answer.Failed<Boolean> failed) {
                failure = failed;
            }
        }
        return new Found(null, failure);
    }
}
