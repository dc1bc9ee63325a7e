/** The Net Promoter Score, asked of some customers that a rule chooses. */
@NullMarked
package io.switchboard.survey.nps;

import org.jspecify.annotations.NullMarked;
