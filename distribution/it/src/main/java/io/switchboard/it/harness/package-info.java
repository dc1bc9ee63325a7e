/**
 * Starts the built server as a process and talks to it from outside, as a browser or another system would.
 *
 * <p>A test asks for a {@link io.switchboard.it.harness.RunningServer} by a parameter, after {@link
 * io.switchboard.it.harness.SwitchboardServer} at its class: then it shares one server with all others of the same JVM. A
 * test that stops, kills or fills its server starts its own by {@link io.switchboard.it.harness.ServerSetup}.
 *
 * <p>{@code -Dswitchboard.it.database=postgresql} runs everything on PostgreSQL instead of the embedded database.
 */
@NullMarked
package io.switchboard.it.harness;

import org.jspecify.annotations.NullMarked;
