package io.switchboard.api.plugin;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.annotation.bundle.Attribute;
import org.osgi.annotation.bundle.Capability;

/**
 * Marks a class that fits a socket. At build time it becomes the capability {@code io.switchboard.plugin} in the bundle's
 * manifest, by which the desk knows a plugin before it is installed. A bundle without one is no plugin.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
@Repeatable(SwitchboardPlugin.List.class)
@Capability(namespace = SwitchboardPlugin.NAMESPACE)
public @interface SwitchboardPlugin {
    /** The namespace of the capability. */
    String NAMESPACE = "io.switchboard.plugin";

    /** The simple name of the socket's interface, for example {@code IntakeChannel}. */
    @Attribute("socket")
    String socket();

    /** Several sockets fitted by one class. */
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.CLASS)
    @interface List {
        /** The sockets. */
        SwitchboardPlugin[] value();
    }
}
