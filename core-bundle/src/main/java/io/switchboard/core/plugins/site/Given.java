package io.switchboard.core.plugins.site;

import java.util.HashMap;
import java.util.Map;
import org.osgi.framework.Filter;
import org.osgi.framework.Version;

/**
 * Something that a version of a plugin gives to others, as OSGi calls a capability.
 *
 * @param kind its namespace
 * @param version "0.0.0" if it has none
 */
public record Given(String kind, String name, String version) {
    /** Returns whether it is what a requirement asks for. */
    boolean fits(String wanted, Filter what) {
        Map<String, Object> attributes = new HashMap<>();
        attributes.put(kind, name);
        attributes.put("version", Version.parseVersion(version));
        return kind.equals(wanted) && what.matches(attributes);
    }
}
