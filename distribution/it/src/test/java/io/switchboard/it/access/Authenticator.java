package io.switchboard.it.access;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An authenticator app, written again from RFC 6238 so that it shares no mistake with the server. */
public final class Authenticator {
    private final byte[] key;

    public Authenticator(String base32) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int buffer = 0;
        int bits = 0;
        for (char sign : base32.toCharArray()) {
            buffer = buffer << 5 | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(sign);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.write(buffer >> bits & 0xFF);
            }
            buffer &= (1 << bits) - 1;
        }
        key = bytes.toByteArray();
    }

    /** Returns the code of the present step of 30 seconds, or of one so many steps ahead. */
    public String code(int ahead) {
        try {
            Mac hmac = Mac.getInstance("HmacSHA1");
            hmac.init(new SecretKeySpec(key, "HmacSHA1"));
            long step = System.currentTimeMillis() / 30_000 + ahead;
            byte[] mac = hmac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
            int value = ByteBuffer.wrap(mac).getInt(mac[19] & 0x0F) & Integer.MAX_VALUE;
            return String.format(Locale.ROOT, "%06d", value % 1_000_000);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
