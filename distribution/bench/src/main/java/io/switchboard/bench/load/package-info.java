/** {@code bin/switchboard-load}: posts the tickets of a file to a server, on several connections. */
@NullMarked
package io.switchboard.bench.load;

import org.jspecify.annotations.NullMarked;
