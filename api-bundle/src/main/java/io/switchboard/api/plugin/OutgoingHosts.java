package io.switchboard.api.plugin;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.annotation.bundle.Header;

/**
 * Says which hosts the bundle calls by {@link OutgoingHttp}. Put on any class or package of the bundle, it becomes the
 * manifest header {@code Switchboard-Outgoing-Hosts}, which an administrator reads before the plugin is installed, and to
 * which the desk keeps it. A bundle without it can call nobody.
 *
 * <p>An entry is a host such as {@code api.example.com}; all hosts below a domain, {@code *.example.com}; the host of the
 * address that an administrator put into a setting of the plugin, <code>{address}</code>, where {@code address} is the
 * name of the setting, also one with several values or a secret; or {@code *}, any host, which the plan points out. Hosts
 * are written in lower-case ASCII, an address of IPv6 in brackets. Ports and paths are not declared. There are at most 50
 * entries of at most 253 characters.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.PACKAGE})
@Header(name = "Switchboard-Outgoing-Hosts", value = "${#value}")
public @interface OutgoingHosts {
    /** Returns the entries. */
    String[] value();
}
