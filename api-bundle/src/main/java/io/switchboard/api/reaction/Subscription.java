package io.switchboard.api.reaction;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.service.component.annotations.ComponentPropertyType;

/** What a {@link Reaction} wants to be told. Together with the plugin's id, the name identifies its backlog for good. */
@ComponentPropertyType
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface Subscription {
    /** Prefixes the service properties: {@code switchboard.subscription.name} and so on. */
    String PREFIX_ = "switchboard.subscription.";

    /** One backlog for the whole desk, served by one node at a time. */
    String DESK = "desk";

    /** A backlog for each node, for what a node keeps for itself, such as an index on its disk. */
    String NODE = "node";

    /** Names it within the plugin: lower-case letters, digits and hyphens, at most 40. */
    String name();

    /** The ids of the event types wanted, for example {@code ticket.opened}; empty for all. */
    String[] events() default {};

    /** {@link #DESK} or {@link #NODE}. */
    String scope() default DESK;

    /** How many events one call takes at most, from 1 to 500. */
    int batch() default 1;

    /** How long one call may take, in seconds, from 1 to 300; the property's name is {@code lease.seconds}. */
    int lease_seconds() default 30;

    /** Whether events of confidential tickets are wanted: needs a grant by an administrator. */
    boolean confidential() default false;

    /** Whether a new subscription also wants everything that happened before it; the property is {@code from.start}. */
    boolean from_start() default false;
}
