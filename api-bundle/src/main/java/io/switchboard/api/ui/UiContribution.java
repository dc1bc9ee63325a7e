package io.switchboard.api.ui;

import io.switchboard.api.people.Right;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * <b>Provider.</b> Adds an element to a named slot of the web pages. Version 0: may still change.
 *
 * <p>Register one OSGi service for each contribution. The element's module is a file below {@code web/} in the bundle; the
 * desk serves that folder below {@code /x/{plugin id}/modules/}. The module exports a class that extends
 * {@code HTMLElement}, which the page defines under a name of its own and gives a property {@code context}. Within a slot
 * the order is {@link #order()}, then service ranking, then plugin id.
 *
 * <p>The methods are asked each time somebody opens a page, within 250 ms, on any thread. An answer that does not fit
 * leaves the contribution out and counts as a failure of the plugin.
 */
public interface UiContribution {
    /** The slots that there are; the plugin guide says what each of them shows. */
    List<String> SLOTS = List.of(
            "desk-nav",
            "ticket-panel",
            "ticket-action",
            "thread-entry",
            "composer-action",
            "start-card",
            "admin-page",
            "portal-home",
            "portal-form-field");

    /** Returns the slot, one of {@link #SLOTS}. */
    String slot();

    /** Returns the path of the module inside the bundle, for example {@code web/panel.js}. */
    String module();

    /** Returns the name of the exported class. */
    String export();

    /** Returns the title for people, in English; one line of at most 60 characters. */
    String title();

    /**
     * Returns the title in a language, or in English if the plugin does not speak it.
     *
     * @param language of the reader
     */
    default String title(Locale language) {
        return title();
    }

    /** Returns the place within the slot; smaller comes first. */
    int order();

    /**
     * Returns the rights a person must have to be shown it, all of them. Name at least those that its element needs: who
     * lacks one is not told of it.
     */
    Set<Right> rights();

    /** Returns the name of an icon of the kit, or null for the sign of plugins. */
    @Nullable
    String icon();
}
