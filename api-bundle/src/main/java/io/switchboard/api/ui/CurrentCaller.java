package io.switchboard.api.ui;

import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.Right;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** Who calls a plugin's REST resource. Inject it with {@code @Context}. */
@ProviderType
public interface CurrentCaller {
    /** Returns the person, or null if nobody is signed in. */
    @Nullable
    PersonId person();

    /** Returns the rights; empty if nobody is signed in. */
    Set<Right> rights();

    /** Returns the address of the caller, behind trusted proxies the one they name. */
    String remoteAddress();
}
