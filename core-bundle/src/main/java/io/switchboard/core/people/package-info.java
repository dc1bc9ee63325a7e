/** The people of the desk: who asks for help, who helps, and how they are found again. */
@NullMarked
package io.switchboard.core.people;

import org.jspecify.annotations.NullMarked;
