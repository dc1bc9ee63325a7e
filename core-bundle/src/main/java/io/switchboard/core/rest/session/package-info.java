/** Signing in and out, and API tokens. */
@NullMarked
package io.switchboard.core.rest.session;

import org.jspecify.annotations.NullMarked;
