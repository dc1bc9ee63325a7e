/** What must outlive a power cut. */
@NullMarked
package io.switchboard.it.durability;

import org.jspecify.annotations.NullMarked;
