/** Articles of knowledge bases over HTTP. */
@NullMarked
package io.switchboard.core.rest.knowledge;

import org.jspecify.annotations.NullMarked;
