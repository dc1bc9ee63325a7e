package io.switchboard.core.desk.extension;

import io.switchboard.core.feed.ConfidentialGrants;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Knows each plugin as a caller, with what an administrator allows it at that moment. */
@Component(service = PluginCallers.class)
public final class PluginCallers {
    private final DeskUseCases desk;

    /** As long as nobody says who may, nobody learns of confidential tickets. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile @Nullable ConfidentialGrants grants;

    /** Makes it. */
    @Activate
    public PluginCallers(@Reference DeskUseCases desk) {
        this.desk = desk;
    }

    /** Returns a plugin as it may call now. */
    PluginCaller of(String plugin) {
        ConfidentialGrants known = grants;
        return new PluginCaller(plugin, known != null && known.mayLearnOfConfidential(plugin), desk);
    }
}
