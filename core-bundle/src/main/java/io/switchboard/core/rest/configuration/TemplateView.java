package io.switchboard.core.rest.configuration;

import io.switchboard.core.desk.shelf.Item;
import io.switchboard.core.desk.template.Template;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A template as it is answered. */
public record TemplateView(
        String id,
        String name,
        String reach,
        @Nullable String team,
        int place,
        @Nullable String language,
        String format,
        String body,
        @Nullable String category,
        boolean active,
        long version,
        Instant createdAt,
        Instant updatedAt) {
    static TemplateView of(Item<Template> item) {
        Template template = item.content();
        return new TemplateView(
                item.id().toString(),
                item.label().name(),
                item.label().reach().id(),
                LabelText.team(item.label()),
                item.label().place(),
                template.language(),
                template.format().id(),
                template.body(),
                template.category(),
                template.active(),
                item.version(),
                item.createdAt(),
                item.updatedAt());
    }
}
