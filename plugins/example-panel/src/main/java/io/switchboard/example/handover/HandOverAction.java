package io.switchboard.example.handover;

import io.switchboard.api.people.Right;
import io.switchboard.api.plugin.SwitchboardPlugin;
import io.switchboard.api.ui.UiContribution;
import java.util.Locale;
import java.util.Set;
import org.osgi.service.component.annotations.Component;

/** Among the actions on a ticket: hand it over in writing. */
@Component
@SwitchboardPlugin(socket = "UiContribution")
public final class HandOverAction implements UiContribution {
    @Override
    public String slot() {
        return "ticket-action";
    }

    @Override
    public String module() {
        return "web/action.js";
    }

    @Override
    public String export() {
        return "HandOverAction";
    }

    @Override
    public String title() {
        return "Hand over in writing";
    }

    @Override
    public String title(Locale language) {
        return language.getLanguage().equals("de") ? "Schriftlich übergeben" : title();
    }

    @Override
    public int order() {
        return 100;
    }

    @Override
    public Set<Right> rights() {
        return Set.of(Right.TICKET_NOTE);
    }

    @Override
    public String icon() {
        return "note";
    }
}
