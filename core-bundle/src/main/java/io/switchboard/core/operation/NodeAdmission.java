package io.switchboard.core.operation;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.core.files.FolderBlobStore;
import io.switchboard.core.secret.Vault;
import io.switchboard.core.store.Json;
import io.switchboard.core.store.StartRefusal;
import io.switchboard.core.store.setting.Setting;
import io.switchboard.core.store.setting.SettingStore;
import java.io.IOException;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.propertytypes.SatisfyingConditionTarget;
import org.osgi.service.condition.Condition;

/**
 * Lets this node serve if it has the files and the secret key of the desk whose database it uses, and ends the start if not:
 * a node with other files would say that attachments are missing, and one with another key could open no secret. Once it is
 * admitted the condition {@code switchboard.server} holds, for whatever works by itself.
 */
@Component(
        service = {},
        immediate = true)
@SatisfyingConditionTarget("(osgi.condition.id=switchboard.node)")
public final class NodeAdmission {
    private static final String FILES = "files.identity";
    private static final String KEY = "secret.check";
    private static final String PURPOSE = "check of the key";

    private final ServiceRegistration<Condition> admitted;

    /** Compares. */
    @Activate
    public NodeAdmission(
            BundleContext context,
            @Reference SettingStore settings,
            @Reference FolderBlobStore files,
            @Reference Vault vault) {
        Optional<String> objection = objection(settings, files, vault);
        if (objection.isPresent()) {
            StartRefusal.report(context, objection.get());
            throw new IllegalStateException(objection.get());
        }
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(Condition.CONDITION_ID, "switchboard.server");
        admitted = context.registerService(Condition.class, Condition.INSTANCE, properties);
    }

    /** Returns what is wrong, for the person at the terminal, or nothing. The first node of a desk says what is right. */
    static Optional<String> objection(SettingStore settings, FolderBlobStore files, Vault vault) {
        try {
            if (settings.find(FILES).isEmpty()) {
                keep(settings, FILES, files.identify());
            }
            String wanted = kept(settings, FILES);
            if (files.identity().filter(wanted::equals).isEmpty()) {
                return Optional.of(files.folder() + " is not the folder of this desk's attachments: give every node the"
                        + " same one with --files, or put the backup's in its place");
            }
        } catch (IOException unusable) {
            return Optional.of(
                    "The folder of attachments " + files.folder() + " cannot be used: " + unusable.getMessage());
        }
        if (settings.find(KEY).isEmpty()) {
            keep(settings, KEY, vault.seal(PURPOSE, PURPOSE));
        }
        return vault.opens(PURPOSE, kept(settings, KEY))
                ? Optional.empty()
                : Optional.of("secret.key in the data folder is not the key of this desk: copy it from another node,"
                        + " or from the backup");
    }

    private static void keep(SettingStore settings, String name, String value) {
        try {
            settings.replace(name, Json.write(value), 0);
        } catch (SwitchboardException refused) {
            if (refused.code() != ErrorCode.STALE_VERSION) { // else another node was faster
                throw refused;
            }
        }
    }

    private static String kept(SettingStore settings, String name) {
        Setting setting = settings.find(name).orElseThrow();
        return Json.read(setting.content(), String.class);
    }

    @Deactivate
    void stop() {
        admitted.unregister();
    }
}
