/** Verification of solutions by private links, for those who are not signed in. */
@NullMarked
package io.switchboard.core.rest.verification;

import org.jspecify.annotations.NullMarked;
