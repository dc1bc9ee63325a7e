/** What agents keep to work with, for themselves, for a team or for everybody; and who may see and change it. */
@NullMarked
package io.switchboard.core.desk.shelf;

import org.jspecify.annotations.NullMarked;
