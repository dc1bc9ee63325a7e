/**
 * How tickets come in: the socket IntakeChannel.
 */
@Export
@Version("0.1.0")
@NullMarked
package io.switchboard.api.intake;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
