/**
 * Tickets that are not like others: the socket SpecialHandling, for very important customers, security
 * incidents and product defects.
 */
@Export
@Version("0.2.0")
@NullMarked
package io.switchboard.api.handling;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
