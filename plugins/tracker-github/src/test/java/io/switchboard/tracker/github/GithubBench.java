package io.switchboard.tracker.github;

import io.switchboard.testkit.fake.MovableClock;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;

/** Makes trackers that ask a GitHub of a test. */
record GithubBench(FakeGithub github, MovableClock clock) {
    static final String SECRET = "a secret of some length";

    GithubTracker tracker(Map<String, ?> changed) {
        Map<String, Object> all = new HashMap<>(
                Map.of("address", github.address(), "repository", "Octo/App", "token", "tkn", "webhookSecret", SECRET));
        all.putAll(changed);
        GithubSettings settings = (GithubSettings) Proxy.newProxyInstance(
                GithubSettings.class.getClassLoader(),
                new Class<?>[] {GithubSettings.class},
                (proxy, method, arguments) ->
                        all.containsKey(method.getName()) ? all.get(method.getName()) : method.getDefaultValue());
        return new GithubTracker(settings, new PlainHttp(), clock);
    }
}
