/** The audit log. */
@NullMarked
package io.switchboard.core.rest.audit;

import org.jspecify.annotations.NullMarked;
