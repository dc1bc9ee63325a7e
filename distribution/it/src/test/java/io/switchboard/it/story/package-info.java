/** Whole stories of customers and the desk, from outside, with plugins that come and go meanwhile. */
@NullMarked
package io.switchboard.it.story;

import org.jspecify.annotations.NullMarked;
