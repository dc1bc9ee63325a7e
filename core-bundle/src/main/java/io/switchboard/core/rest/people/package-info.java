/** Agents, customers, organizations, teams and roles over HTTP. */
@NullMarked
package io.switchboard.core.rest.people;

import org.jspecify.annotations.NullMarked;
