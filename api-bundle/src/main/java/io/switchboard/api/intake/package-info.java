/**
 * How tickets come in: the socket IntakeChannel, and what channels ask and give.
 */
@Export
@Version("0.2.0")
@NullMarked
package io.switchboard.api.intake;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
