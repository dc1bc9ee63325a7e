/** What customers were asked after their tickets were closed, and what they said, in its table. */
@NullMarked
package io.switchboard.core.store.survey;

import org.jspecify.annotations.NullMarked;
