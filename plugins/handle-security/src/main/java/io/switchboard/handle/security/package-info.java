/** Special handling of security incidents and of secrets in the text: confidential to the Security team from the first moment. */
@NullMarked
package io.switchboard.handle.security;

import org.jspecify.annotations.NullMarked;
