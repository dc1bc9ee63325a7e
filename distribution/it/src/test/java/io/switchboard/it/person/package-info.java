/** What becomes of people and tickets that are to be forgotten. */
@NullMarked
package io.switchboard.it.person;

import org.jspecify.annotations.NullMarked;
