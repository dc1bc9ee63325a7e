/** What customers are shown before they ask: what is known to be out of order; and a field that asks where they are. */
@NullMarked
package io.switchboard.example.disturbance;

import org.jspecify.annotations.NullMarked;
