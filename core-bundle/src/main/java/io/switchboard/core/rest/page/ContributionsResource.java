package io.switchboard.core.rest.page;

import io.swagger.v3.oas.annotations.Operation;
import io.switchboard.core.access.Caller;
import io.switchboard.core.pages.Contribution;
import io.switchboard.core.pages.ReadContributions;
import io.switchboard.core.rest.Page;
import io.switchboard.core.rest.PublicResource;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** What plugins add to the web pages. */
@Path("/ui/contributions")
@Produces(MediaType.APPLICATION_JSON)
@PublicResource
@JakartarsResource
@Component(service = ContributionsResource.class)
public final class ContributionsResource {
    private final ReadContributions contributions;

    /** Makes the resource. */
    @Activate
    public ContributionsResource(@Reference ReadContributions contributions) {
        this.contributions = contributions;
    }

    /**
     * What a plugin adds to a slot.
     *
     * @param element the name under which the page defines the class
     * @param module the address of the module, relative to the desk's
     * @param export the name of the class that the module exports
     * @param title in English
     * @param titles in other languages, by their tags, where they differ
     * @param icon the name of an icon of the kit
     */
    public record ContributionView(
            String slot,
            String plugin,
            String element,
            String module,
            String export,
            String title,
            Map<String, String> titles,
            String icon) {
        private static ContributionView of(Contribution shown) {
            return new ContributionView(
                    shown.slot(),
                    shown.plugin(),
                    shown.element(),
                    shown.module(),
                    shown.export(),
                    shown.title(),
                    shown.titles(),
                    shown.icon());
        }
    }

    /** Lists what the caller is shown; without a session only what stands on the pages of customers. */
    @GET
    @Operation(summary = "List what plugins add to the web pages", operationId = "listUiContributions")
    public Page<ContributionView> list(@Context Caller caller) {
        return new Page<>(
                contributions.handle(caller).stream().map(ContributionView::of).toList(), null);
    }
}
