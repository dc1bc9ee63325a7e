package io.switchboard.intake.phone;

import io.switchboard.api.intake.IntakeChannel;
import io.switchboard.api.plugin.SwitchboardPlugin;
import java.util.Set;
import org.osgi.service.component.annotations.Component;

/** Calls. An agent talks to the caller and logs what they ask for. */
@Component
@SwitchboardPlugin(socket = "IntakeChannel")
public final class PhoneChannel implements IntakeChannel {
    @Override
    public String id() {
        return "phone";
    }

    @Override
    public String name() {
        return "Telephone";
    }

    @Override
    public Set<Ability> abilities() {
        return Set.of(Ability.LOGGED_BY_AGENTS);
    }
}
