/**
 * Product defects in another system: the socket IssueTracker, and Trackers, by which plugins reach those that are installed.
 * Version 0: may still change.
 */
@Export
@Version("0.2.0")
@NullMarked
package io.switchboard.api.tracker;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
