package io.switchboard.example.disturbance;

import io.switchboard.api.people.Right;
import io.switchboard.api.plugin.SwitchboardPlugin;
import io.switchboard.api.ui.UiContribution;
import java.util.Locale;
import java.util.Set;
import org.osgi.service.component.annotations.Component;

/** On the customers' front page: what is known to be out of order. */
@Component
@SwitchboardPlugin(socket = "UiContribution")
public final class DisturbanceCard implements UiContribution {
    @Override
    public String slot() {
        return "portal-home";
    }

    @Override
    public String module() {
        return "web/card.js";
    }

    @Override
    public String export() {
        return "DisturbanceCard";
    }

    @Override
    public String title() {
        return "Known disturbances";
    }

    @Override
    public String title(Locale language) {
        return language.getLanguage().equals("de") ? "Bekannte Störungen" : title();
    }

    @Override
    public int order() {
        return 100;
    }

    @Override
    public Set<Right> rights() {
        return Set.of();
    }

    @Override
    public String icon() {
        return "overdue";
    }
}
