/** A store of files on another disk. */
@NullMarked
package io.switchboard.example.files;

import org.jspecify.annotations.NullMarked;
