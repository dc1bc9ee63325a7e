/**
 * Files: where their bytes are kept, how they come in, and who gets them. The bytes of a file stand under the SHA-256 of
 * their content; its row in {@code attachment} says what it is called and to which message it belongs.
 */
@NullMarked
package io.switchboard.core.files;

import org.jspecify.annotations.NullMarked;
