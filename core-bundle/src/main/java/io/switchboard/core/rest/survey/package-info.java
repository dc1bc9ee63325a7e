/** Surveys: the customers' page and addresses, what the desk reads of them, and the policy. */
@NullMarked
package io.switchboard.core.rest.survey;

import org.jspecify.annotations.NullMarked;
