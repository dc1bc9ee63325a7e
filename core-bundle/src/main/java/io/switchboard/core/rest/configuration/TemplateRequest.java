package io.switchboard.core.rest.configuration;

import io.switchboard.api.ticket.BodyFormat;
import io.switchboard.core.desk.shelf.Item;
import io.switchboard.core.desk.shelf.Label;
import io.switchboard.core.desk.template.Template;
import io.switchboard.core.rest.LocaleText;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A template as it is sent: for oneself, in Markdown and active, where nothing else is said. */
record TemplateRequest(
        @Nullable String name,
        @Nullable String reach,
        @Nullable String team,
        @Nullable Integer place,
        @Nullable String language,
        @Nullable String format,
        @Nullable String body,
        @Nullable String category,
        @Nullable Boolean active) {
    static TemplateRequest of(Item<Template> item) {
        Template template = item.content();
        return new TemplateRequest(
                item.label().name(),
                item.label().reach().id(),
                LabelText.team(item.label()),
                item.label().place(),
                template.language(),
                template.format().id(),
                template.body(),
                template.category(),
                template.active());
    }

    Label label() {
        return LabelText.read(name, reach, team, place);
    }

    Template template() {
        return new Template(
                language == null ? null : LocaleText.language("language", language),
                format == null ? BodyFormat.MARKDOWN : BodyFormat.of(format, "format"),
                Objects.requireNonNullElse(body, ""),
                category,
                active == null || active);
    }
}
