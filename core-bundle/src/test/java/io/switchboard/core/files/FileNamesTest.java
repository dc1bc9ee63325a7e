package io.switchboard.core.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FileNamesTest {
    @Test
    void anOrdinaryNameStays() {
        assertThat(FileNames.clean("Büro Übersicht (2).pdf")).isEqualTo("Büro Übersicht (2).pdf");
    }

    @Test
    void onlyTheLastPartOfAPathStays() {
        assertThat(FileNames.clean("../../etc/passwd")).isEqualTo("passwd");
        assertThat(FileNames.clean("C:\\temp\\a.txt")).isEqualTo("a.txt");
        assertThat(FileNames.clean("../..")).isEqualTo("file");
    }

    @Test
    void whatCannotBeSeenGoes() {
        assertThat(FileNames.clean("invoice\u202Efdp.exe")).isEqualTo("invoicefdp.exe");
        assertThat(FileNames.clean("a\u200Bb\u0000c\r\n.txt")).isEqualTo("abc.txt");
        assertThat(FileNames.clean("\uD800lone.txt")).isEqualTo("lone.txt");
    }

    @Test
    void aHiddenFileIsShown() {
        assertThat(FileNames.clean(".htaccess")).isEqualTo("htaccess");
    }

    @Test
    void reservedCharactersAreReplaced() {
        assertThat(FileNames.clean("a<b>|c?.txt")).isEqualTo("a_b__c_.txt");
    }

    @Test
    void aLongNameKeepsItsEnding() {
        String clean = FileNames.clean("x".repeat(400) + ".pdf");
        assertThat(clean).hasSize(180).endsWith("x.pdf");
    }

    @Test
    void nothingIsCalledFile() {
        assertThat(FileNames.clean(null)).isEqualTo("file");
        assertThat(FileNames.clean("   ")).isEqualTo("file");
    }
}
