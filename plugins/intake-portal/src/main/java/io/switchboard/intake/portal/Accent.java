package io.switchboard.intake.portal;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A colour that buttons and links have. Somebody chose it for a sign or a letter head; here it has to be read, on light and
 * on dark ground, with a contrast of 4.5 to 1 (WCAG 2.2, success criterion 1.4.3).
 *
 * @param red from 0 to 255
 * @param green from 0 to 255
 * @param blue from 0 to 255
 */
record Accent(int red, int green, int blue) {
    static final double ENOUGH = 4.5;

    private static final Pattern FORM = Pattern.compile("#[0-9a-fA-F]{6}");
    /** The darkest of the light grounds and the lightest of the dark ones, as the tokens have them. */
    static final Accent LIGHT_GROUND = new Accent(0xee, 0xf0, 0xf4);

    static final Accent DARK_GROUND = new Accent(0x24, 0x2a, 0x34);
    private static final int STEPS = 50;

    /** Reads a colour such as {@code #1a6b4f}. */
    static Optional<Accent> of(String text) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        int value = Integer.parseInt(text.substring(1), 16);
        return Optional.of(new Accent(value >> 16, value >> 8 & 0xff, value & 0xff));
    }

    /** Returns the colour, or the nearest darker one that can be read on light ground. */
    Accent onLight() {
        return readable(LIGHT_GROUND, 0);
    }

    /** Returns the colour, or the nearest lighter one that can be read on dark ground. */
    Accent onDark() {
        return readable(DARK_GROUND, 255);
    }

    private Accent readable(Accent ground, int end) {
        Accent tried = this;
        for (int step = 1; tried.contrast(ground) < ENOUGH && step <= STEPS; step++) {
            tried = new Accent(toward(red, end, step), toward(green, end, step), toward(blue, end, step));
        }
        return tried;
    }

    private static int toward(int from, int end, int step) {
        return from + (end - from) * step / STEPS;
    }

    /** Returns the contrast of two colours, from 1 to 21, as WCAG defines it. */
    double contrast(Accent other) {
        double one = luminance();
        double two = other.luminance();
        return (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
    }

    private double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    private static double linear(int part) {
        double share = part / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "#%02x%02x%02x", red, green, blue);
    }
}
