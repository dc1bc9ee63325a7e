/** Whether a solution works: asking the customer, taking the answer, and closing what nobody answered (VE1, VE2, VE3). */
@NullMarked
package io.switchboard.core.desk.verification;

import org.jspecify.annotations.NullMarked;
