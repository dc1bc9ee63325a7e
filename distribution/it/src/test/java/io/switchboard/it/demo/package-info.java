/** The demo: filled, interrupted, refused. */
@NullMarked
package io.switchboard.it.demo;

import org.jspecify.annotations.NullMarked;
