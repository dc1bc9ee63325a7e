/** What is to be installed, for people who say it by a file. */
@NullMarked
package io.switchboard.core.plugins.desired;

import org.jspecify.annotations.NullMarked;
