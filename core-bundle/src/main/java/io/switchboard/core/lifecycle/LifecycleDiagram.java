package io.switchboard.core.lifecycle;

import io.switchboard.api.lifecycle.LifecycleProfile;
import io.switchboard.api.lifecycle.StatusCategory;
import io.switchboard.api.lifecycle.StatusDefinition;

/** Draws a lifecycle profile as a Mermaid state diagram, the same text for the same profile. */
public final class LifecycleDiagram {
    private LifecycleDiagram() {}

    /** Returns the diagram's text, ending with a line break. */
    public static String of(LifecycleProfile profile) {
        StringBuilder text = new StringBuilder("stateDiagram-v2\n");
        for (StatusDefinition status : profile.statuses()) {
            text.append("    ")
                    .append(status.status())
                    .append(" : ")
                    .append(status.name())
                    .append('\n');
            if (status.category() == StatusCategory.INITIAL) {
                text.append("    [*] --> ").append(status.status()).append('\n');
            }
        }
        profile.edges()
                .forEach((from, next) -> next.forEach(to -> text.append("    ")
                        .append(from)
                        .append(" --> ")
                        .append(to)
                        .append('\n')));
        return text.toString();
    }
}
