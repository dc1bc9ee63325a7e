package io.switchboard.core.rest.plugin;

import io.switchboard.core.plugins.ArchiveSignature;
import io.switchboard.core.plugins.PlannedHost;
import io.switchboard.core.plugins.PluginNeed;
import io.switchboard.core.plugins.PluginPlan;
import java.util.List;
import java.util.Map;
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
        List<String> notes,
        ArchiveSignature signature,
        TrustView trust,
        List<PluginNeed> needs,
        List<String> gives,
        List<String> refreshes,
        Map<String, Object> settings,
        List<String> unset,
        List<PlannedHost> outgoingHosts,
        List<String> migrations) {
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
                plan.notes(),
                plan.archive().signature(),
                TrustView.of(plan.signer()),
                plan.detail().needs(),
                plan.detail().gives(),
                plan.detail().refreshes(),
                plan.detail().settings(),
                plan.detail().unset(),
                plan.detail().hosts(),
                plan.detail().migrations());
    }
}
