package io.switchboard.handle.security;

import java.util.List;

/** Finds tokens whose makers gave them a beginning of their own, and JSON Web Tokens (RFC 7519). */
final class AccessTokens {
    /** What begins a token, and how many characters follow at least. */
    private record Beginning(String prefix, int rest) {}

    private static final List<Beginning> BEGINNINGS = List.of(
            new Beginning("AKIA", 16),
            new Beginning("ASIA", 16),
            new Beginning("AIza", 35),
            new Beginning("ghp_", 36),
            new Beginning("gho_", 36),
            new Beginning("ghu_", 36),
            new Beginning("ghs_", 36),
            new Beginning("ghr_", 36),
            new Beginning("github_pat_", 22),
            new Beginning("glpat-", 20),
            new Beginning("xoxb-", 20),
            new Beginning("xoxp-", 20),
            new Beginning("xoxa-", 20),
            new Beginning("xoxs-", 20),
            new Beginning("sk_live_", 16),
            new Beginning("rk_live_", 16),
            new Beginning("sk-ant-", 30),
            new Beginning("sk-proj-", 30),
            new Beginning("sk-", 40),
            new Beginning("npm_", 36));
    private static final String JSON_BEGIN = "eyJ";
    private static final int LONGEST_PREFIX = 11;
    private static final int SHORTEST_WEB_TOKEN = 60;
    /** As many characters as the shortest header and the shortest content of use have. */
    private static final int SHORTEST_PART = 12;

    private AccessTokens() {}

    static boolean in(String text) {
        int start = 0;
        while (start < text.length()) {
            int end = start;
            while (end < text.length() && partOfToken(text.charAt(end))) {
                end++;
            }
            if (end - start >= LONGEST_PREFIX && isToken(text, start, end)) {
                return true;
            }
            start = end + 1;
        }
        return false;
    }

    private static boolean isToken(String text, int start, int end) {
        for (Beginning beginning : BEGINNINGS) {
            int rest = start + beginning.prefix().length();
            if (end - rest >= beginning.rest()
                    && text.startsWith(beginning.prefix(), start)
                    && isRandom(text.substring(rest, rest + beginning.rest()))) {
                return true;
            }
        }
        return isWebToken(text, start, end);
    }

    /** Tells a token from words that begin alike: it has next to no punctuation. */
    private static boolean isRandom(String rest) {
        return rest.chars()
                        .filter(character -> !Character.isLetterOrDigit(character))
                        .count()
                <= 2;
    }

    /** Header and content are JSON objects, which in base64url begin alike; the signature may be missing. */
    private static boolean isWebToken(String text, int start, int end) {
        if (end - start < SHORTEST_WEB_TOKEN || !text.startsWith(JSON_BEGIN, start)) {
            return false;
        }
        String token = text.substring(start, end);
        int content = token.indexOf('.') + 1;
        int signature = token.indexOf('.', content) + 1;
        return content > SHORTEST_PART && signature - content > SHORTEST_PART && token.startsWith(JSON_BEGIN, content);
    }

    private static boolean partOfToken(char character) {
        return character >= 'a' && character <= 'z'
                || character >= 'A' && character <= 'Z'
                || character >= '0' && character <= '9'
                || character == '_'
                || character == '-'
                || character == '.';
    }
}
