package io.switchboard.core.plugins;

import io.switchboard.core.plugins.ConfigureBundle.Form;
import io.switchboard.core.store.plugin.PluginRow;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The framework of this node, as far as plugins are concerned. Changes are made by one thread at a time. */
interface PluginRuntime {
    /** Asks the framework whether an archive fits, and leaves nothing behind. */
    default Fit examine(PluginArchive archive) {
        return Objects.requireNonNull(examine(List.of(archive)).get(archive.id()));
    }

    /**
     * Asks the framework whether archives fit that are to be installed together, and leaves nothing behind.
     *
     * @return what it says of each, by its id
     */
    Map<String, Fit> examine(List<PluginArchive> archives);

    /** Returns what can be set of a plugin that is there; nothing if it is not. */
    Form form(String id);

    /** Returns the ids of the plugins that are wired to one; none if it is not there. */
    List<String> dependents(String id);

    /**
     * Has these plugins run, or lie still, with exactly this content. Where a plugin does not come up, what ran before under
     * its id runs again, if anything did. What takes the place of a version that could do its work must be able to do its
     * own, by what it says of itself, within the time that there is.
     *
     * @return why they do not run, by id, for those that should and do not
     */
    Map<String, String> apply(List<Content> plugins);

    /** Returns whether a plugin is there with exactly this content, and runs or lies still as it should. */
    boolean stands(Content plugin);

    /** Hands a plugin that is there the settings that are kept for it now, if it runs. */
    void configure(String id);

    /** Stops a plugin and takes it out of the framework; nothing happens if it is not there. */
    void remove(String id);

    /** Returns the versions of the plugins that run, by id. */
    Map<String, String> running();

    /** Returns the ids of all plugins that are in the framework. */
    Set<String> present();

    /**
     * What a plugin consists of.
     *
     * @param id its id
     * @param sha256 of its bytes
     * @param enabled whether it is to run
     */
    record Content(String id, String sha256, boolean enabled) {
        static Content of(PluginRow row) {
            return new Content(row.id(), row.sha256(), row.enabled());
        }

        /** Returns the same, lying still. */
        Content resting() {
            return new Content(id, sha256, false);
        }
    }

    /**
     * What the framework says about an archive.
     *
     * @param sockets which it says it fits
     * @param refusals why it cannot be taken; empty if it can
     * @param notes what an administrator should know before taking it
     * @param detail what else there is to say
     * @param form what can be set of it
     */
    record Fit(Collection<String> sockets, List<String> refusals, List<String> notes, PlanDetail detail, Form form) {
        /** Keeps copies. */
        public Fit {
            sockets = List.copyOf(sockets);
            refusals = List.copyOf(refusals);
            notes = List.copyOf(notes);
        }
    }
}
