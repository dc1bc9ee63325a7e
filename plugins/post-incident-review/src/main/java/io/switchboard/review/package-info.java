/** Post-incident reviews: looking back upon major incidents, with actions that are tracked (CS3). */
@NullMarked
package io.switchboard.review;

import org.jspecify.annotations.NullMarked;
