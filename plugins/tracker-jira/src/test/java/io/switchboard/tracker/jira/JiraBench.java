package io.switchboard.tracker.jira;

import io.switchboard.testkit.fake.MovableClock;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;

/** Makes trackers that ask a Jira of a test. */
record JiraBench(FakeJira jira, MovableClock clock) {
    static final String SECRET = "a secret of some length";

    JiraTracker tracker(Map<String, ?> changed) {
        Map<String, Object> all = new HashMap<>(Map.of(
                "address",
                jira.address() + "/",
                "project",
                "app",
                "user",
                "desk@example.com",
                "token",
                "tkn",
                "webhookSecret",
                SECRET));
        all.putAll(changed);
        JiraSettings settings = (JiraSettings) Proxy.newProxyInstance(
                JiraSettings.class.getClassLoader(),
                new Class<?>[] {JiraSettings.class},
                (proxy, method, arguments) ->
                        all.containsKey(method.getName()) ? all.get(method.getName()) : method.getDefaultValue());
        return new JiraTracker(settings, new PlainHttp(), clock);
    }
}
