package io.switchboard.directory.http;

import io.switchboard.api.plugin.OutgoingHttp;
import io.switchboard.testkit.fake.MovableClock;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;

/** Makes directories that ask a CRM. */
record CrmBench(FakeCrm crm, MovableClock clock) {
    static final String ADA = "ada+crm@example.org";
    static final String MAIL = "{\"email\": \"" + ADA + "\"";

    HttpDirectory directory(Map<String, ?> changed) {
        return directory(changed, new PlainHttp());
    }

    HttpDirectory directory(Map<String, ?> changed, OutgoingHttp http) {
        Map<String, Object> all = new HashMap<>(Map.of("address", crm.address()));
        all.putAll(changed);
        return new HttpDirectory(settings(all), http, clock);
    }

    /** The settings with their defaults, but for some. */
    private static HttpSettings settings(Map<String, ?> changed) {
        return (HttpSettings) Proxy.newProxyInstance(
                HttpSettings.class.getClassLoader(),
                new Class<?>[] {HttpSettings.class},
                (proxy, method, arguments) -> changed.containsKey(method.getName())
                        ? changed.get(method.getName())
                        : method.getDefaultValue());
    }
}
