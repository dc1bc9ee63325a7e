package io.switchboard.core.files;

import io.switchboard.api.files.Uploads;
import io.switchboard.api.ticket.Attachment;
import io.switchboard.core.access.Caller;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** Takes files from the bundle that uses it; they wait for that plugin alone. */
@Component(service = Uploads.class, scope = ServiceScope.BUNDLE)
public final class BundleUploads implements Uploads {
    private final UploadFile upload;
    private final Caller plugin;

    /** Is made for each bundle that gets the service. */
    @Activate
    public BundleUploads(ComponentContext component, @Reference UploadFile upload) {
        String id = component.getUsingBundle().getSymbolicName();
        this.upload = upload;
        this.plugin = Caller.plugin(id, Set.of(), id);
    }

    @Override
    public Attachment keep(String name, InputStream content) throws IOException {
        return upload.handle(plugin, name, content);
    }

    @Override
    public long largest() {
        return UploadFile.MAXIMUM;
    }
}
