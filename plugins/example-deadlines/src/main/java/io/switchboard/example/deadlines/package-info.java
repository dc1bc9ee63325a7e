/** Deadlines by priority. */
@NullMarked
package io.switchboard.example.deadlines;

import org.jspecify.annotations.NullMarked;
