package io.switchboard.core.triage;

/**
 * By what an assignment rule counts in a queue.
 *
 * @param weight by what its scores are multiplied, from 0 to {@value #MOST}
 * @param vetoes whether its vetoes rule candidates out
 */
public record RuleWeight(int weight, boolean vetoes) {
    /** The highest weight. */
    public static final int MOST = 100;

    /** That of a rule of which nobody has said anything; others are more or less than it. */
    public static final RuleWeight STANDARD = new RuleWeight(10, true);

    /** Returns whether the rule counts for nothing, and so need not be asked. */
    boolean off() {
        return weight == 0 && !vetoes;
    }
}
