/** What the desk knows of one person, given to them. */
@NullMarked
package io.switchboard.core.desk.person;

import org.jspecify.annotations.NullMarked;
