package io.switchboard.core.rest.engine;

import io.swagger.v3.oas.annotations.Operation;
import io.switchboard.core.access.Caller;
import io.switchboard.core.triage.WhatIf;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Who would have got the latest tickets by other weights. */
@Path("/assignment/what-if")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@JakartarsResource
@Component(service = WhatIfResource.class)
public final class WhatIfResource {
    private final WhatIf whatIf;

    /** Makes the resource. */
    @Activate
    public WhatIfResource(@Reference WhatIf whatIf) {
        this.whatIf = whatIf;
    }

    /** Replays the latest tickets. */
    @POST
    @Operation(
            summary = "Show who would have got the latest tickets by other weights; nothing is changed",
            operationId = "replayAssignment")
    public WhatIfView replay(@Context Caller caller, WhatIfRequest request) {
        return WhatIfView.of(whatIf.handle(caller, request.question()));
    }
}
