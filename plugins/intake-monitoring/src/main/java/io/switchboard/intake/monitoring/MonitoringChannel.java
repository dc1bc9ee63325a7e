package io.switchboard.intake.monitoring;

import io.switchboard.api.intake.IntakeChannel;
import io.switchboard.api.plugin.SwitchboardPlugin;
import java.util.Set;
import org.osgi.service.component.annotations.Component;

/** Alerts of a monitoring system. It proves by a secret who it is. */
@Component
@SwitchboardPlugin(socket = "IntakeChannel")
public final class MonitoringChannel implements IntakeChannel {
    static final String ID = "monitoring";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String name() {
        return "Monitoring";
    }

    @Override
    public Set<Ability> abilities() {
        return Set.of(Ability.VERIFIED_SENDER);
    }
}
