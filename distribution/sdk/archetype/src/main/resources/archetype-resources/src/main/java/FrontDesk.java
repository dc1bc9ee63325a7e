package ${package};

import io.switchboard.api.intake.IntakeChannel;
import io.switchboard.api.plugin.SwitchboardPlugin;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;

/** Customers who come to the front desk; an agent logs what they ask for. */
@Component
@Designate(ocd = FrontDeskSettings.class)
@SwitchboardPlugin(socket = "IntakeChannel")
public final class FrontDesk implements IntakeChannel {
    private final String name;

    /** Takes the settings. A change of them makes a new one. */
    @Activate
    public FrontDesk(FrontDeskSettings settings) {
        this(settings.name());
    }

    FrontDesk(String name) {
        this.name = name;
    }

    @Override
    public String id() {
        return "${channel}";
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Set<Ability> abilities() {
        return Set.of(Ability.LOGGED_BY_AGENTS);
    }
}
