/**
 * Stand-ins for the services that a plugin gets from the desk. They live in memory, keep the contracts of the API,
 * refuse what the desk refuses, and let a test look at what was done. Unless a type says otherwise they may be used from
 * any thread.
 */
@NullMarked
package io.switchboard.testkit.fake;

import org.jspecify.annotations.NullMarked;
