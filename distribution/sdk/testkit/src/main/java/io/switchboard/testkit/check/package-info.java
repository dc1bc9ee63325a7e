/**
 * Asks the contract suites of a plugin that runs in a server, without a test class of its vendor: {@code
 * bin/switchboard plugin check} does so.
 */
@NullMarked
package io.switchboard.testkit.check;

import org.jspecify.annotations.NullMarked;
