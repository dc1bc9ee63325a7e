package io.switchboard.api.ui;

import io.switchboard.api.people.Right;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * <b>Provider.</b> Adds an element to a named slot of the web pages. Version 0: may still change.
 *
 * <p>Register one OSGi service for each contribution. The element's module is a file of the bundle, served below
 * {@code /x/{plugin id}/}; it exports a class, which the host defines under a name of its own. Within a slot the order is
 * {@link #order()}, then service ranking, then plugin id.
 */
public interface UiContribution {
    /** Returns the slot, for example {@code ticket-panel}. */
    String slot();

    /** Returns the path of the module inside the bundle, for example {@code web/panel.js}. */
    String module();

    /** Returns the name of the exported class. */
    String export();

    /** Returns the title for people, in English. */
    String title();

    /** Returns the place within the slot; smaller comes first. */
    int order();

    /** Returns the rights a person must have to be shown it. */
    Set<Right> rights();

    /** Returns the name of an icon of the kit, or null. */
    @Nullable
    String icon();
}
