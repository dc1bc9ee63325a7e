package io.switchboard.api.handling;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.service.component.annotations.ComponentPropertyType;

/**
 * Says of a {@link SpecialHandling} that it also wants to judge what customers write later ({@link
 * SpecialHandling#judgeMessage}). A handling without it is not asked then, and costs a message nothing.
 */
@ComponentPropertyType
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface JudgesMessages {
    /** Prefixes the service property: {@code switchboard.handling.messages}. */
    String PREFIX_ = "switchboard.handling.";

    /** Whether it wants to. */
    boolean messages() default true;
}
