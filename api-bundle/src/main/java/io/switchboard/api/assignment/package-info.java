/**
 * Who gets a ticket: the socket AssignmentRule, the candidates it judges, and its scores.
 */
@Export
@Version("0.1.0")
@NullMarked
package io.switchboard.api.assignment;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
