package io.switchboard.example.disturbance;

import io.switchboard.api.people.Right;
import io.switchboard.api.plugin.SwitchboardPlugin;
import io.switchboard.api.ui.UiContribution;
import java.util.Locale;
import java.util.Set;
import org.osgi.service.component.annotations.Component;

/** In the customers' form: where the thing is that does not work. */
@Component
@SwitchboardPlugin(socket = "UiContribution")
public final class PlaceField implements UiContribution {
    @Override
    public String slot() {
        return "portal-form-field";
    }

    @Override
    public String module() {
        return "web/place.js";
    }

    @Override
    public String export() {
        return "PlaceField";
    }

    @Override
    public String title() {
        return "Where is it?";
    }

    @Override
    public String title(Locale language) {
        return language.getLanguage().equals("de") ? "Wo ist es?" : title();
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
        return "building";
    }
}
