/** The root of the API: what this server is, and the description of all operations. */
@NullMarked
package io.switchboard.core.rest.root;

import org.jspecify.annotations.NullMarked;
