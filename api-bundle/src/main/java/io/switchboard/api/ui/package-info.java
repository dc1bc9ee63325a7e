/**
 * What a plugin adds to the pages of the desk and to its HTTP API: the socket UiContribution, and the access
 * rule that every resource declares.
 */
@Export
@Version("0.1.0")
@NullMarked
package io.switchboard.api.ui;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
