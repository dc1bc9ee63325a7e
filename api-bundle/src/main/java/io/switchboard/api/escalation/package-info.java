/**
 * Tickets that must go up: the socket EscalationRule, and Escalations, by which a plugin escalates. Version 0: may still change.
 */
@Export
@Version("0.2.0")
@NullMarked
package io.switchboard.api.escalation;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
