package io.switchboard.core.rest.configuration;

import io.swagger.v3.oas.annotations.Operation;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.record.ReadTicket;
import io.switchboard.core.desk.template.NoticeText;
import io.switchboard.core.desk.template.NoticeTexts;
import io.switchboard.core.desk.template.NoticeTexts.Kept;
import io.switchboard.core.rest.Page;
import io.switchboard.core.rest.Parameters;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** What people are told of their tickets, in each language. */
@Path("/notice-texts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@JakartarsResource
@Component(service = NoticeTextResource.class)
public final class NoticeTextResource {
    private final NoticeTexts texts;
    private final ReadTicket read;

    /** Makes the resource. */
    @Activate
    public NoticeTextResource(@Reference NoticeTexts texts, @Reference ReadTicket read) {
        this.texts = texts;
        this.read = read;
    }

    /** A text that is wanted. */
    public record NoticeTextRequest(
            @Nullable String subject, @Nullable String body) {
        NoticeText text() {
            return new NoticeText(required("subject", subject), required("body", body));
        }
    }

    /** A text that need not be kept, and the ticket for which it is filled in, by id or number. */
    public record NoticePreviewRequest(
            @Nullable String subject,
            @Nullable String body,
            @Nullable String ticket) {}

    /**
     * A text as it stands.
     *
     * @param own whether the desk has its own, and not the one that comes with it
     */
    public record NoticeTextView(String occasion, String language, String subject, String body, boolean own) {
        static NoticeTextView of(Kept kept) {
            return new NoticeTextView(
                    kept.occasion(),
                    kept.language(),
                    kept.text().subject(),
                    kept.text().body(),
                    kept.version() > 0);
        }
    }

    /** A text that was filled in. */
    public record FilledNotice(String subject, String body) {}

    /** Lists all texts. */
    @GET
    @Operation(summary = "List what people are told of their tickets", operationId = "listNoticeTexts")
    public Page<NoticeTextView> list(@Context Caller caller) {
        return new Page<>(texts.list(caller).stream().map(NoticeTextView::of).toList(), null);
    }

    /** Reads a text. */
    @GET
    @Path("/{occasion}/{language}")
    @Operation(summary = "Read what people are told on an occasion", operationId = "getNoticeText")
    public Response get(
            @Context Caller caller, @PathParam("occasion") String occasion, @PathParam("language") String language) {
        return answer(texts.get(caller, occasion, language));
    }

    /** Replaces a text. */
    @PUT
    @Path("/{occasion}/{language}")
    @Operation(summary = "Replace what people are told on an occasion", operationId = "putNoticeText")
    public Response put(
            @Context Caller caller,
            @PathParam("occasion") String occasion,
            @PathParam("language") String language,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version,
            NoticeTextRequest wanted) {
        return answer(texts.replace(caller, occasion, language, wanted.text(), Parameters.requiredIfMatch(version)));
    }

    /** Fills in a text that is not kept. */
    @POST
    @Path("/{occasion}/preview")
    @Operation(summary = "Fill in a notice that need not be kept, for a ticket", operationId = "previewNoticeText")
    public FilledNotice preview(
            @Context Caller caller, @PathParam("occasion") String occasion, NoticePreviewRequest request) {
        NoticeText text = new NoticeText(required("subject", request.subject()), required("body", request.body()));
        NoticeText filled = texts.preview(caller, occasion, text, read.resolve(required("ticket", request.ticket())));
        return new FilledNotice(filled.subject(), filled.body());
    }

    private static Response answer(Kept kept) {
        return Response.ok(NoticeTextView.of(kept))
                .header(HttpHeaders.ETAG, Parameters.etag(kept.version()))
                .build();
    }

    private static String required(String field, @Nullable String value) {
        if (value == null) {
            throw SwitchboardException.field(field, "must be given");
        }
        return value;
    }
}
