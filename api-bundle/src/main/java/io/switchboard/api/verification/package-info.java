/**
 * Verification: whether the customer says that a solution works. The commands are the desk's; when they are given is a
 * plugin's affair.
 */
@Export
@Version("0.1.0")
@NullMarked
package io.switchboard.api.verification;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
