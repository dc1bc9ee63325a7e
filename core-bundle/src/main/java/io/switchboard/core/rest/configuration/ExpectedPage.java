package io.switchboard.core.rest.configuration;

import io.switchboard.core.desk.retention.PreviewRetention.Expected;
import java.util.List;

/** What rules of retention would take. */
record ExpectedPage(List<ExpectedView> items) {
    /** What one rule would take, with the first of it by number or id. */
    record ExpectedView(String rule, int count, boolean more, List<String> first) {
        static ExpectedView of(Expected expected) {
            return new ExpectedView(expected.subject().id(), expected.count(), expected.more(), expected.first());
        }
    }

    static ExpectedPage of(List<Expected> expected) {
        return new ExpectedPage(expected.stream().map(ExpectedView::of).toList());
    }
}
