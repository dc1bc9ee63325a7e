package io.switchboard.example;

import io.switchboard.api.intake.IntakeChannel;
import io.switchboard.api.plugin.SwitchboardPlugin;
import java.util.Set;
import org.osgi.service.component.annotations.Component;

/** Customers who come to the front desk; an agent logs what they ask for. */
@Component
@SwitchboardPlugin(socket = "IntakeChannel")
public final class FrontDesk implements IntakeChannel {
    @Override
    public String id() {
        return "front-desk";
    }

    @Override
    public String name() {
        return "Front desk";
    }

    @Override
    public Set<Ability> abilities() {
        return Set.of(Ability.LOGGED_BY_AGENTS);
    }
}
