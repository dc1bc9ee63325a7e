/** The contract of the HTTP API, for whatever it is about. */
@NullMarked
package io.switchboard.it.http;

import org.jspecify.annotations.NullMarked;
