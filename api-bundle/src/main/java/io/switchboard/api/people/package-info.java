/**
 * Persons, teams, organizations, and the named rights and roles that decide who may do what; also the sockets
 * CustomerDirectory and Authenticator.
 */
@Export
@Version("0.2.0")
@NullMarked
package io.switchboard.api.people;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
