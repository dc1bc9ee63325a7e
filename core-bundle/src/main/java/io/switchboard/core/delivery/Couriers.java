package io.switchboard.core.delivery;

import io.switchboard.api.delivery.Courier;
import io.switchboard.api.delivery.Courier.Address;
import io.switchboard.core.sockets.Answer;
import io.switchboard.core.sockets.PluginCalls;
import io.switchboard.core.sockets.SocketRegistry;
import io.switchboard.core.sockets.SocketService;
import io.switchboard.core.store.backup.DeliveryHold;
import java.util.Optional;
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

    /** Returns whether a message to the address would leave the desk now; who does not answer in time does not count. */
    public boolean reach(Address to) {
        return first(to).isPresent();
    }

    /** Returns the first courier that reaches the address; nothing while delivery is held. */
    Optional<SocketService<Courier>> first(Address to) {
        return hold.held() ? Optional.empty() : asked(to);
    }

    private Optional<SocketService<Courier>> asked(Address to) {
        for (SocketService<Courier> service : registry.services(Courier.class)) {
            Answer<Boolean> reaches = calls.ask(service, PluginCalls.ADVICE, courier -> courier.reaches(to));
            if (reaches instanceof Answer.Given<Boolean> given && given.value()) {
                return Optional.of(service);
            }
        }
        return Optional.empty();
    }
}
