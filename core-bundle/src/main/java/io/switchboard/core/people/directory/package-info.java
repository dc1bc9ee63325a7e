/** Use cases on agents, customers, organizations, teams and roles; each checks the caller's rights. */
@NullMarked
package io.switchboard.core.people.directory;

import org.jspecify.annotations.NullMarked;
