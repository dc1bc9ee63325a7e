package io.switchboard.example.handover;

import io.switchboard.api.people.Right;
import io.switchboard.api.plugin.SwitchboardPlugin;
import io.switchboard.api.ui.UiContribution;
import java.util.Locale;
import java.util.Set;
import org.osgi.service.component.annotations.Component;

/** Beside a ticket: how it was handed over last. */
@Component
@SwitchboardPlugin(socket = "UiContribution")
public final class HandOverPanel implements UiContribution {
    @Override
    public String slot() {
        return "ticket-panel";
    }

    @Override
    public String module() {
        return "web/panel.js";
    }

    @Override
    public String export() {
        return "HandOverPanel";
    }

    @Override
    public String title() {
        return "Hand-over";
    }

    @Override
    public String title(Locale language) {
        return language.getLanguage().equals("de") ? "Übergabe" : title();
    }

    @Override
    public int order() {
        return 100;
    }

    @Override
    public Set<Right> rights() {
        return Set.of(Right.TICKET_READ);
    }

    @Override
    public String icon() {
        return "team";
    }
}
