package io.switchboard.intake.portal;

import io.switchboard.api.intake.IntakeChannel;
import io.switchboard.api.plugin.SwitchboardPlugin;
import java.util.Set;
import org.osgi.service.component.annotations.Component;

/** The channel by which tickets come in from the portal. */
@SwitchboardPlugin(socket = "IntakeChannel")
@Component
public final class PortalChannel implements IntakeChannel {
    static final String ID = "portal";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String name() {
        return "Customer portal";
    }

    @Override
    public Set<Ability> abilities() {
        return Set.of(Ability.ANSWERS);
    }
}
