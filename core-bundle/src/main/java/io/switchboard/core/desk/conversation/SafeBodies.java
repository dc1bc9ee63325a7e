package io.switchboard.core.desk.conversation;

import io.switchboard.api.desk.BodyRenderer;
import io.switchboard.api.ticket.BodyFormat;
import org.osgi.service.component.annotations.Component;

/** Shows bodies to plugins as the API does to everybody. */
@Component(service = BodyRenderer.class)
public final class SafeBodies implements BodyRenderer {
    @Override
    public String html(String body, BodyFormat format) {
        return Bodies.toHtml(body, format);
    }
}
