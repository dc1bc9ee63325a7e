package io.switchboard.handle.security;

/**
 * Finds numbers of payment cards: digits, alone or in groups, of a length and beginning that card schemes give out
 * (ISO/IEC 7812) and with the right check digit.
 */
final class CardNumbers {
    private static final int SHORTEST = 14;
    private static final int LONGEST = 19;
    /** In shorter groups people count, and do not write numbers of cards. */
    private static final int SHORTEST_GROUP = 3;

    private CardNumbers() {}

    static boolean in(String text) {
        for (int at = 0; at < text.length(); at++) {
            boolean begins = digit(text, at) >= 0 && digit(text, at - 1) < 0;
            if (begins && cardAt(text, at)) {
                return true;
            }
        }
        return false;
    }

    /** Reads at most 19 digits from the start of a group, and tries the number at the end of each group. */
    private static boolean cardAt(String text, int start) {
        StringBuilder number = new StringBuilder(LONGEST);
        int at = start;
        while (number.length() < LONGEST) {
            int before = number.length();
            at = readGroup(text, at, number);
            if (number.length() - before < SHORTEST_GROUP) {
                return false;
            }
            if (digit(text, at) < 0 && isCard(number)) {
                return true;
            }
            if (at >= text.length() || !separates(text.charAt(at))) {
                return false;
            }
            at++;
        }
        return false;
    }

    /** Adds the digits of a group as far as they fit, and returns where it stopped. */
    private static int readGroup(String text, int start, StringBuilder number) {
        int at = start;
        int digit = digit(text, at);
        while (digit >= 0 && number.length() < LONGEST) {
            number.append((char) ('0' + digit));
            at++;
            digit = digit(text, at);
        }
        return at;
    }

    private static boolean isCard(CharSequence number) {
        return number.length() >= SHORTEST && ofAScheme(number) && checkDigitFits(number);
    }

    private static boolean ofAScheme(CharSequence number) {
        int length = number.length();
        int four = Integer.parseInt(number, 0, 4, 10);
        int two = four / 100;
        return switch (length) {
            case 14 -> two == 30 || two == 36 || two == 38 || two == 39;
            case 15 -> two == 34 || two == 37;
            case 16 ->
                two / 10 == 4
                        || two >= 51 && two <= 55
                        || four >= 2221 && four <= 2720
                        || four >= 3528 && four <= 3589
                        || four == 6011
                        || two == 65
                        || two == 62;
            case 19 -> two / 10 == 4 || two == 62;
            default -> false;
        };
    }

    /** The check of Luhn: every second digit from the right counts double. */
    private static boolean checkDigitFits(CharSequence number) {
        int sum = 0;
        for (int fromRight = 0; fromRight < number.length(); fromRight++) {
            int digit = number.charAt(number.length() - 1 - fromRight) - '0';
            int counted = fromRight % 2 == 0 ? digit : 2 * digit;
            sum += counted > 9 ? counted - 9 : counted;
        }
        return sum % 10 == 0;
    }

    private static int digit(String text, int at) {
        return at < 0 || at >= text.length() ? -1 : Character.digit(text.charAt(at), 10);
    }

    private static boolean separates(char character) {
        return character == '-' || Character.isSpaceChar(character);
    }
}
