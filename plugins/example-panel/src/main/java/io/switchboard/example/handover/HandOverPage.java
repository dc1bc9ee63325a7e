package io.switchboard.example.handover;

import io.switchboard.api.people.Right;
import io.switchboard.api.plugin.SwitchboardPlugin;
import io.switchboard.api.ui.UiContribution;
import java.util.Locale;
import java.util.Set;
import org.osgi.service.component.annotations.Component;

/** Among the pages for administrators: what a hand-over answers. */
@Component
@SwitchboardPlugin(socket = "UiContribution")
public final class HandOverPage implements UiContribution {
    @Override
    public String slot() {
        return "admin-page";
    }

    @Override
    public String module() {
        return "web/page.js";
    }

    @Override
    public String export() {
        return "HandOverPage";
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
        return Set.of(Right.PLUGIN_READ, Right.PLUGIN_EDIT);
    }

    @Override
    public String icon() {
        return "team";
    }
}
