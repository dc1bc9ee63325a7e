package io.switchboard.core.rest.work;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Operation;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.record.ReadTicket;
import io.switchboard.core.desk.work.ChangeTasks;
import io.switchboard.core.desk.work.Task;
import io.switchboard.core.rest.MergePatch;
import io.switchboard.core.rest.Page;
import io.switchboard.core.rest.Parameters;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
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

/** The tasks inside a ticket. */
@Path("/tickets/{ticket}/tasks")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@JakartarsResource
@Component(service = TaskResource.class)
public final class TaskResource {
    private final ReadTicket read;
    private final ChangeTasks tasks;

    /** Makes the resource. */
    @Activate
    public TaskResource(@Reference ReadTicket read, @Reference ChangeTasks tasks) {
        this.read = read;
        this.tasks = tasks;
    }

    /** Lists the tasks. */
    @GET
    @Operation(summary = "List the tasks inside a ticket", operationId = "listTasks")
    public Page<TaskView> list(@Context Caller caller, @PathParam("ticket") String ticket) {
        return new Page<>(
                tasks.list(caller, read.resolve(ticket)).stream()
                        .map(TaskView::of)
                        .toList(),
                null);
    }

    /** Adds a task. */
    @POST
    @Operation(summary = "Add a task to a ticket", operationId = "addTask")
    public Response add(@Context Caller caller, @PathParam("ticket") String ticket, TaskRequest request) {
        TicketId id = seen(caller, ticket);
        Task made = tasks.add(caller, id, request.wish());
        return answer(Response.created(URI.create("/api/v1/tickets/" + id + "/tasks/" + made.id())), made);
    }

    /** Reads a task. */
    @GET
    @Path("/{task}")
    @Operation(summary = "Read a task", operationId = "getTask")
    public Response get(@Context Caller caller, @PathParam("ticket") String ticket, @PathParam("task") String task) {
        TicketId id = seen(caller, ticket);
        return answer(Response.ok(), tasks.get(caller, id, Ids.inPath("task", task)));
    }

    /** Changes a task. */
    @PATCH
    @Path("/{task}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @Operation(summary = "Change a task, or say that it is done", operationId = "editTask")
    public Response edit(
            @Context Caller caller,
            @PathParam("ticket") String ticket,
            @PathParam("task") String task,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version,
            ObjectNode patch)
            throws JsonProcessingException {
        TicketId id = seen(caller, ticket);
        Task known = tasks.get(caller, id, Ids.inPath("task", task));
        long seen = Parameters.seen(version, known.version());
        TaskRequest wanted = MergePatch.apply(TaskRequest.of(known), patch, TaskRequest.class);
        return answer(Response.ok(), tasks.edit(caller, id, known.id(), seen, wanted.wish()));
    }

    /** Removes a task. */
    @DELETE
    @Path("/{task}")
    @Operation(summary = "Remove a task", operationId = "removeTask")
    public void remove(
            @Context Caller caller,
            @PathParam("ticket") String ticket,
            @PathParam("task") String task,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version) {
        TicketId id = seen(caller, ticket);
        Task known = tasks.get(caller, id, Ids.inPath("task", task));
        tasks.remove(caller, id, known.id(), Parameters.seen(version, known.version()));
    }

    private TicketId seen(Caller caller, String ticket) {
        TicketId id = read.resolve(ticket);
        read.ticket(caller, id);
        return id;
    }

    private static Response answer(Response.ResponseBuilder response, Task task) {
        return response.header(HttpHeaders.ETAG, Parameters.etag(task.version()))
                .entity(TaskView.of(task))
                .build();
    }
}
