/**
 * How Switchboard says no: one exception type with a stable code, a category that decides the HTTP status, and
 * the fields or things concerned. Every problem that the server reports has its code here.
 */
@Export
@Version("0.1.0")
@NullMarked
package io.switchboard.api.error;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
