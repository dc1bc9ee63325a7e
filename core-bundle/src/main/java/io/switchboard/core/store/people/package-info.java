/** Persons, organizations and teams as they are kept. */
@NullMarked
package io.switchboard.core.store.people;

import org.jspecify.annotations.NullMarked;
