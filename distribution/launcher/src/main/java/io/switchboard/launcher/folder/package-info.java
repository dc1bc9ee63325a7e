/** The data folder: who has it, and how the server that has it is reached and known. */
@NullMarked
package io.switchboard.launcher.folder;

import org.jspecify.annotations.NullMarked;
