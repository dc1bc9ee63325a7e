package io.switchboard.core.rest.people;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Operation;
import io.switchboard.api.people.OrganizationId;
import io.switchboard.api.people.PersonId;
import io.switchboard.core.access.Caller;
import io.switchboard.core.people.directory.CustomerProfile;
import io.switchboard.core.people.directory.Customers;
import io.switchboard.core.rest.ApiJson;
import io.switchboard.core.rest.MergePatch;
import io.switchboard.core.rest.Page;
import io.switchboard.core.rest.Parameters;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Customers. */
@Path("/customers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@JakartarsResource
@Component(service = CustomersResource.class)
public final class CustomersResource {
    private final Customers customers;

    /** Makes the resource. */
    @Activate
    public CustomersResource(@Reference Customers customers) {
        this.customers = customers;
    }

    /** Lists customers. */
    @GET
    @Operation(summary = "List customers, or those whose name or address begins with q", operationId = "listCustomers")
    public Page<CustomerView> list(
            @Context Caller caller,
            @BeanParam NamedList list,
            @QueryParam("organization") @Nullable String organization) {
        OrganizationId members = organization == null ? null : CustomerRequest.organizationId(organization);
        return list.page(
                "customers",
                (prefix, after, limit) -> customers.list(caller, prefix, members, after, limit),
                customer -> customer.details().name(),
                customer -> customer.id().value(),
                CustomerView::of);
    }

    /** Makes a customer. */
    @POST
    @Operation(summary = "Make a customer", operationId = "makeCustomer")
    public Response make(@Context Caller caller, CustomerRequest request) {
        CustomerProfile made = customers.make(caller, request.details());
        return answer(Response.created(URI.create("/api/v1/customers/" + made.id())), made);
    }

    /** Reads a customer. */
    @GET
    @Path("/{id}")
    @Operation(summary = "Read a customer", operationId = "getCustomer")
    public Response get(@Context Caller caller, @PathParam("id") String id) {
        return answer(Response.ok(), customers.get(caller, PersonId.of(id)));
    }

    /** Changes a customer. */
    @PATCH
    @Path("/{id}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @Operation(summary = "Change a customer", operationId = "editCustomer")
    public Response edit(
            @Context Caller caller,
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            ObjectNode patch)
            throws JsonProcessingException {
        CustomerProfile known = customers.get(caller, PersonId.of(id));
        Edition.check(ifMatch, known.version());
        CustomerRequest wanted = MergePatch.apply(CustomerRequest.of(known.details()), patch, CustomerRequest.class);
        return answer(Response.ok(), customers.edit(caller, known.id(), known.version(), wanted.details()));
    }

    /** Takes the possibility to sign in from a customer; their tickets stay. */
    @DELETE
    @Path("/{id}")
    @Operation(summary = "Deactivate a customer", operationId = "deactivateCustomer")
    public Response deactivate(
            @Context Caller caller,
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch)
            throws JsonProcessingException {
        return edit(caller, id, ifMatch, ApiJson.MAPPER.createObjectNode().put("active", false));
    }

    private static Response answer(Response.ResponseBuilder response, CustomerProfile customer) {
        return response.header(HttpHeaders.ETAG, Parameters.etag(customer.version()))
                .entity(CustomerView.of(customer))
                .build();
    }
}
