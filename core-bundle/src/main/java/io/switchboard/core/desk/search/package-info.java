/** Feeding indexes: what of tickets can be searched. */
@NullMarked
package io.switchboard.core.desk.search;

import org.jspecify.annotations.NullMarked;
