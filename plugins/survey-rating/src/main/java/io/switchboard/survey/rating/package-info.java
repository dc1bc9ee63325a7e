/** A rating by stars after each closure, with a comment. */
@NullMarked
package io.switchboard.survey.rating;

import org.jspecify.annotations.NullMarked;
