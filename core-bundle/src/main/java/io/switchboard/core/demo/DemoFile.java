package io.switchboard.core.demo;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * A small file to attach. The script writes it as its name and, after a bar, what it says: {@code vpn.log|line one;line two}.
 * A name in {@code .png} gives a picture of a window, one in {@code .pdf} a page, anything else a text.
 */
record DemoFile(String name, byte[] content) {
    private static final int WIDTH = 320;
    private static final int HEIGHT = 200;
    private static final int TITLE_BAR = 24;

    static DemoFile of(String told) {
        int bar = told.indexOf('|');
        String name = bar < 0 ? told : told.substring(0, bar);
        String says = bar < 0 ? told : told.substring(bar + 1);
        if (name.endsWith(".png")) {
            return new DemoFile(name, picture(says));
        }
        return new DemoFile(name, name.endsWith(".pdf") ? page(says) : text(says));
    }

    private static byte[] text(String says) {
        return (says.replace(';', '\n') + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Draws a window whose lines have the lengths of the words that it should say. */
    private static byte[] picture(String says) {
        byte[] rows = new byte[HEIGHT * (WIDTH * 3 + 1)];
        String[] words = says.split("[ ;]+");
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int colour = colour(x, y, words);
                int at = y * (WIDTH * 3 + 1) + 1 + x * 3;
                rows[at] = (byte) (colour >> 16);
                rows[at + 1] = (byte) (colour >> 8);
                rows[at + 2] = (byte) colour;
            }
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        byte[] header = ByteBuffer.allocate(13)
                .putInt(WIDTH)
                .putInt(HEIGHT)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        chunk(png, "IHDR", header);
        chunk(png, "IDAT", deflated(rows));
        chunk(png, "IEND", new byte[0]);
        return png.toByteArray();
    }

    private static int colour(int x, int y, String[] words) {
        if (y < TITLE_BAR) {
            return 0x2F5D8C;
        }
        int line = (y - TITLE_BAR - 16) / 18;
        boolean inText = (y - TITLE_BAR - 16) % 18 < 8 && y > TITLE_BAR + 16 && line < words.length && x > 24;
        return inText && x < 24 + 12 * words[line].length() ? 0xB03A2E : 0xF4F4F2;
    }

    private static void chunk(ByteArrayOutputStream png, String type, byte[] data) {
        byte[] body = ByteBuffer.allocate(4 + data.length)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .put(data)
                .array();
        CRC32 sum = new CRC32();
        sum.update(body);
        png.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        png.writeBytes(body);
        png.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }

    private static byte[] deflated(byte[] bytes) {
        Deflater deflater = new Deflater();
        deflater.setInput(bytes);
        deflater.finish();
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        byte[] buffer = new byte[8_192];
        while (!deflater.finished()) {
            packed.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return packed.toByteArray();
    }

    private static byte[] page(String says) {
        StringBuilder lines = new StringBuilder("BT /F1 12 Tf 14 TL 60 780 Td");
        for (String line : says.split(";")) {
            lines.append(" (").append(line.replaceAll("([\\\\()])", "\\\\$1")).append(") Tj T*");
        }
        String content = lines.append(" ET").toString();
        String[] objects = {
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
                    + " /Resources << /Font << /F1 5 0 R >> >> >>",
            "<< /Length " + content.length() + " >>\nstream\n" + content + "\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
        };
        StringBuilder pdf = new StringBuilder("%PDF-1.4\n");
        StringBuilder places = new StringBuilder("0000000000 65535 f \n");
        for (int number = 1; number <= objects.length; number++) {
            places.append(String.format(Locale.ROOT, "%010d 00000 n \n", pdf.length()));
            pdf.append(number).append(" 0 obj\n").append(objects[number - 1]).append("\nendobj\n");
        }
        int table = pdf.length();
        pdf.append("xref\n0 ").append(objects.length + 1).append("\n").append(places);
        pdf.append("trailer\n<< /Size ").append(objects.length + 1).append(" /Root 1 0 R >>\nstartxref\n");
        return pdf.append(table).append("\n%%EOF\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
