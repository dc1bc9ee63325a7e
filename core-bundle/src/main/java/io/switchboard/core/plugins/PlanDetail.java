package io.switchboard.core.plugins;

import java.util.List;

/**
 * What the framework and the desk say of an archive, besides whether it fits.
 *
 * @param needs what it needs of others, and who gives it
 * @param gives what it gives to others, each with its kind
 * @param refreshes the ids of plugins that are wired to the version before, and so are wired anew
 * @param settings what can be set of it
 * @param unset the settings that must be set and are not yet
 * @param hosts which hosts it calls, as it declares them
 * @param migrations the steps that will change its tables, each with its number and file
 */
public record PlanDetail(
        List<PluginNeed> needs,
        List<String> gives,
        List<String> refreshes,
        SettingSchema settings,
        List<String> unset,
        List<PlannedHost> hosts,
        List<String> migrations) {
    /** What is said of an archive that the framework cannot read. */
    static final PlanDetail NONE =
            new PlanDetail(List.of(), List.of(), List.of(), SettingSchema.NONE, List.of(), List.of(), List.of());

    /** Keeps copies. */
    public PlanDetail {
        needs = List.copyOf(needs);
        gives = List.copyOf(gives);
        refreshes = List.copyOf(refreshes);
        unset = List.copyOf(unset);
        hosts = List.copyOf(hosts);
        migrations = List.copyOf(migrations);
    }
}
