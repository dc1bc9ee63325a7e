package io.switchboard.core.rest.ticket;

import io.switchboard.api.ticket.Attachment;
import io.switchboard.api.ticket.Message;
import io.switchboard.api.ticket.PersonReference;
import io.switchboard.core.desk.conversation.Bodies;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a message looks in JSON: as it was written, and as safe HTML. */
public final class MessageView {
    private MessageView() {}

    /** Returns a message as JSON. */
    public static Map<String, @Nullable Object> of(Message message) {
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        PersonReference author = message.author();
        view.put("id", message.id().toString());
        view.put("ticket", message.ticket().toString());
        view.put("kind", message.kind().id());
        view.put("author", author == null ? null : Map.of("id", author.id().toString(), "name", author.name()));
        view.put("body", message.body());
        view.put("format", message.format().id());
        view.put("html", Bodies.toHtml(message.body(), message.format()));
        view.put("channel", message.channel());
        view.put("automatic", message.automatic());
        view.put(
                "attachments",
                message.attachments().stream().map(MessageView::attachment).toList());
        view.put("createdAt", message.createdAt());
        return view;
    }

    private static Map<String, Object> attachment(Attachment attachment) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", attachment.id().toString());
        view.put("name", attachment.name());
        view.put("type", attachment.type());
        view.put("size", attachment.size());
        view.put("sha256", attachment.sha256());
        return view;
    }
}
