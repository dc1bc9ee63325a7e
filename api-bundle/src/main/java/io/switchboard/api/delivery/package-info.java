/**
 * How words of the desk reach people: the socket Courier and what it carries.
 */
@Export
@Version("0.1.0")
@NullMarked
package io.switchboard.api.delivery;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
