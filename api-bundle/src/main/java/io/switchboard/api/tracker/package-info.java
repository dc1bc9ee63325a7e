/**
 * Product defects in another system: the socket IssueTracker. Version 0: may still change.
 */
@Export
@Version("0.1.0")
@NullMarked
package io.switchboard.api.tracker;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
