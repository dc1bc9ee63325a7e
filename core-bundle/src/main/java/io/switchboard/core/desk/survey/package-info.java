/** Asking customers how it went: whom, once for each closure; what they said; and what follows from a low score (SU1-SU3). */
@NullMarked
package io.switchboard.core.desk.survey;

import org.jspecify.annotations.NullMarked;
