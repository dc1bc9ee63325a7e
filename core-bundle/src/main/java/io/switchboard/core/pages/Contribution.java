package io.switchboard.core.pages;

import io.switchboard.api.people.Right;
import java.util.Map;
import java.util.Set;

/**
 * What a plugin adds to a slot of the pages.
 *
 * @param plugin the plugin's id
 * @param slot where it belongs
 * @param element the name under which a page defines its class: another one for each other content of the files
 * @param module the address of its module
 * @param export the name of the class in the module
 * @param title in English
 * @param titles in other languages, by their tags, where they differ
 * @param icon of the kit
 * @param order smaller comes first
 * @param rights what its reader must have
 */
public record Contribution(
        String plugin,
        String slot,
        String element,
        String module,
        String export,
        String title,
        Map<String, String> titles,
        String icon,
        int order,
        Set<Right> rights) {
    /** Keeps copies. */
    public Contribution {
        titles = Map.copyOf(titles);
        rights = Set.copyOf(rights);
    }
}
