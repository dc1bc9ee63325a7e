/** Who may do what over HTTP: every operation that the server describes, by every role. */
@NullMarked
package io.switchboard.it.access;

import org.jspecify.annotations.NullMarked;
