/** Macros: several steps on a ticket that are taken together or not at all (CO6). */
@NullMarked
package io.switchboard.core.desk.macro;

import org.jspecify.annotations.NullMarked;
