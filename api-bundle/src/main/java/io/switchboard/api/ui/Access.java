package io.switchboard.api.ui;

import io.switchboard.api.people.Right;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may call a plugin's REST resource. On the class it holds for all its methods, on a method for that one. A resource
 * method without a rule is denied.
 */
@Inherited
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Access {
    /** Who. */
    Who value();

    /** The rights that a signed-in caller must have, all of them; only with {@link Who#SIGNED_IN}. */
    Right[] rights() default {};

    /** Who may call. */
    enum Who {
        /** Anybody; the resource itself checks what it is given, for example a webhook's signature. */
        ANYBODY,
        /** Anybody who is signed in. */
        SIGNED_IN
    }
}
