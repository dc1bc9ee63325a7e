package io.switchboard.core.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Checks with which code something is refused. */
public final class Refusals {
    private Refusals() {}

    /** Demands a refusal, and returns it. */
    public static SwitchboardException refused(ErrorCode code, ThrowingCallable call) {
        SwitchboardException refusal = catchThrowableOfType(SwitchboardException.class, call);
        assertThat(refusal).as("refusal").isNotNull();
        assertThat(refusal.code()).as("%s", refusal.getMessage()).isEqualTo(code);
        return refusal;
    }
}
