package io.switchboard.core.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Passwords as Argon2id hashes (RFC 9106) in the PHC string format, with 19 MiB, 2 passes and 1 lane as OWASP has it. At
 * most four are computed at once, so that sign-ins cannot take the memory of everything else.
 */
public final class Passwords {
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Semaphore AT_ONCE = new Semaphore(4);
    /** Stands in for the hash of somebody who does not exist, so that looking takes as long. */
    private static final String NOBODY = hash("nobody has this password");

    private Passwords() {}

    /** Returns the hash of a password. */
    public static String hash(String password) {
        byte[] salt = new byte[16];
        RANDOM.nextBytes(salt);
        Base64.Encoder encoder = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + MEMORY_KIB + ",t=" + PASSES + ",p=1$" + encoder.encodeToString(salt) + "$"
                + encoder.encodeToString(compute(password, salt, MEMORY_KIB, PASSES));
    }

    /** Returns whether a password has this hash. */
    public static boolean fits(String password, String hash) {
        String[] parts = hash.split("\\$");
        String[] costs = parts[3].split("[=,]");
        byte[] salt = Base64.getDecoder().decode(parts[4]);
        byte[] expected = Base64.getDecoder().decode(parts[5]);
        byte[] computed = compute(password, salt, Integer.parseInt(costs[1]), Integer.parseInt(costs[3]));
        return MessageDigest.isEqual(expected, computed);
    }

    /** Takes as long as {@link #fits}, for an account that does not exist. */
    public static void compareWithNobody(String password) {
        fits(password, NOBODY);
    }

    private static byte[] compute(String password, byte[] salt, int memory, int passes) {
        byte[] result = new byte[BYTES];
        AT_ONCE.acquireUninterruptibly();
        try {
            Argon2BytesGenerator generator = new Argon2BytesGenerator();
            generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                    .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                    .withMemoryAsKB(memory)
                    .withIterations(passes)
                    .withParallelism(1)
                    .withSalt(salt)
                    .build());
            generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), result);
            return result;
        } finally {
            AT_ONCE.release();
        }
    }
}
