/** The design's nevers, checked on the jars of the built distribution. */
@NullMarked
package io.switchboard.it.architecture;

import org.jspecify.annotations.NullMarked;
