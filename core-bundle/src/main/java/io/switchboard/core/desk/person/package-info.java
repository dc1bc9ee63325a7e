/** What the desk knows of one person: given to them, and erased. */
@NullMarked
package io.switchboard.core.desk.person;

import org.jspecify.annotations.NullMarked;
