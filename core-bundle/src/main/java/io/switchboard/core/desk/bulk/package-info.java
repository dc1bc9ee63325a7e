/** One change to many tickets. */
@NullMarked
package io.switchboard.core.desk.bulk;

import org.jspecify.annotations.NullMarked;
