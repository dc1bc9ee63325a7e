package io.switchboard.core.store.backup;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.core.store.setting.SettingStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Whether the desk may send anything to the outside. A restored copy may not, so that it does not write to customers
 * beside the desk that it was copied from, until an administrator releases it. Whoever delivers asks first; what is due
 * meanwhile waits.
 */
@Component(service = DeliveryHold.class)
public final class DeliveryHold {
    /** The setting, {@code true} while delivery is held. */
    public static final String SETTING = "delivery.held";

    private final SettingStore settings;

    /** Makes it. */
    @Activate
    public DeliveryHold(@Reference SettingStore settings) {
        this.settings = settings;
    }

    /** Tells whether nothing may be sent. */
    public boolean held() {
        return settings.find(SETTING)
                .filter(setting -> setting.content().equals("true"))
                .isPresent();
    }

    /**
     * Refuses while nothing may be sent.
     *
     * @throws SwitchboardException with {@code policy-refused}
     */
    public void requireReleased() {
        if (held()) {
            throw new SwitchboardException(
                    ErrorCode.POLICY_REFUSED,
                    "This desk is a restored copy and sends nothing until an administrator releases it:"
                            + " POST /api/v1/delivery-hold/release");
        }
    }

    /** Lets the desk send, what is due already first. */
    public void release() {
        settings.remove(SETTING);
    }
}
