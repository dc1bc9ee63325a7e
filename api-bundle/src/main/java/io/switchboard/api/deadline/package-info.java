/**
 * When things are due: the socket DeadlinePolicy.
 */
@Export
@Version("0.1.0")
@NullMarked
package io.switchboard.api.deadline;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
