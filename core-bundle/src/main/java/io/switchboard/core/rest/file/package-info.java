/** Files over HTTP: sending them, to be attached to messages, and getting them. */
@NullMarked
package io.switchboard.core.rest.file;

import org.jspecify.annotations.NullMarked;
