package io.switchboard.core.rest.plugin;

import io.switchboard.core.plugins.ArchiveSignature;
import io.switchboard.core.plugins.PlannedHost;
import io.switchboard.core.plugins.PluginNeed;
import io.switchboard.core.plugins.PluginPlan;
import io.switchboard.core.plugins.text.ReaderLanguages;
import io.switchboard.core.plugins.text.SpokenTexts;
import io.switchboard.core.rest.InLanguage;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What installing an archive would do.
 *
 * @param language of the name and of the settings
 */
public record PlanView(
        String id,
        String version,
        String name,
        String language,
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
        List<String> migrations)
        implements InLanguage {
    static PlanView of(PluginPlan plan, ReaderLanguages languages) {
        SpokenTexts texts = plan.archive().texts().in(languages);
        return new PlanView(
                plan.archive().id(),
                plan.archive().version().toString(),
                texts.name(plan.archive().name()),
                texts.language(),
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
                plan.detail().settings().in(texts),
                plan.detail().unset(),
                plan.detail().hosts(),
                plan.detail().migrations());
    }
}
