package io.switchboard.core.rest.plugin;

import io.switchboard.core.plugins.PluginPlan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What installing an archive would do. */
public record PlanView(
        String id,
        String version,
        String name,
        @Nullable String vendor,
        String sha256,
        List<String> sockets,
        @Nullable String replaces,
        boolean possible,
        List<String> refusals,
        List<String> notes) {
    static PlanView of(PluginPlan plan) {
        return new PlanView(
                plan.archive().id(),
                plan.archive().version().toString(),
                plan.archive().name(),
                plan.archive().vendor(),
                plan.archive().sha256(),
                plan.sockets(),
                plan.replaces(),
                plan.refusals().isEmpty(),
                plan.refusals(),
                plan.notes());
    }
}
