package io.switchboard.core.files;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.files.Downloads;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.ticket.AttachmentId;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.desk.extension.PluginCallers;
import java.io.IOException;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** Gives files to the bundle that uses it, for the persons that it knows. */
@Component(service = Downloads.class, scope = ServiceScope.BUNDLE)
public final class BundleDownloads implements Downloads {
    private final DownloadFile download;
    private final PluginCallers callers;
    private final String plugin;

    /** Is made for each bundle that gets the service. */
    @Activate
    public BundleDownloads(
            ComponentContext component, @Reference DownloadFile download, @Reference PluginCallers callers) {
        this(download, callers, component.getUsingBundle().getSymbolicName());
    }

    BundleDownloads(DownloadFile download, PluginCallers callers, String plugin) {
        this.download = download;
        this.callers = callers;
        this.plugin = plugin;
    }

    @Override
    public Download open(TicketId ticket, PersonId person, AttachmentId file) throws IOException {
        DownloadFile.Download found = download.handle(callers.onBehalfOf(plugin, person, ticket), file);
        if (!ticket.equals(found.row().ticketId())) {
            throw SwitchboardException.notFound("attachment");
        }
        return new Download(found.row().attachment(), found.open());
    }
}
