/** The real server, for a plugin's own integration tests. */
@NullMarked
package io.switchboard.testkit.server;

import org.jspecify.annotations.NullMarked;
