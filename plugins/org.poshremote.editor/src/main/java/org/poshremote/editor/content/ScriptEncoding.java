package org.poshremote.editor.content;

import java.util.Optional;
import org.eclipse.core.runtime.content.IContentDescription;

/**
 * How the bytes of a script are to be read. Without a mark: UTF-16 where every other byte of the beginning is zero, else UTF-8, and
 * Windows-1252 where they cannot be UTF-8, which is how Windows PowerShell 5.1 reads them on most machines.
 */
enum ScriptEncoding {
    ASCII("UTF-8"),
    UTF_8("UTF-8"),
    UTF_8_MARK("UTF-8", IContentDescription.BOM_UTF_8),
    UTF_16LE_MARK("UTF-16LE", IContentDescription.BOM_UTF_16LE),
    UTF_16BE_MARK("UTF-16BE", IContentDescription.BOM_UTF_16BE),
    UTF_16LE("UTF-16LE"),
    UTF_16BE("UTF-16BE"),
    CODE_PAGE("windows-1252");

    /** So many bytes are looked at. */
    static final int ENOUGH = 512 * 1024;
    private static final int BEGINNING = 64;

    private final String charset;
    private final byte[] mark;

    ScriptEncoding(String charset, byte... mark) {
        this.charset = charset;
        this.mark = mark;
    }

    String charset() {
        return charset;
    }

    /** The platform's own array: it compares by identity. */
    Optional<byte[]> mark() {
        return mark.length == 0 ? Optional.empty() : Optional.of(mark);
    }

    /** Whether the bytes say so. */
    boolean told() {
        return this != ASCII;
    }

    static ScriptEncoding of(byte[] start) {
        for (ScriptEncoding each : values()) {
            if (each.mark.length > 0 && startsWith(start, each.mark)) {
                return each;
            }
        }
        int end = Math.min(start.length, BEGINNING) & ~1;
        if (end >= 4 && zeros(start, 1, end) && !zeros(start, 0, end)) {
            return UTF_16LE;
        }
        if (end >= 4 && zeros(start, 0, end) && !zeros(start, 1, end)) {
            return UTF_16BE;
        }
        return withoutMark(start);
    }

    private static boolean startsWith(byte[] bytes, byte[] mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || bytes[i] != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean zeros(byte[] bytes, int from, int end) {
        for (int i = from; i < end; i += 2) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }

    /** By the form of UTF-8 sequences (RFC 3629, section 4); one that is cut off at the end is none that is wrong. */
    private static ScriptEncoding withoutMark(byte[] bytes) {
        boolean ascii = true;
        for (int at = 0; at < bytes.length; at++) {
            int first = bytes[at] & 0xff;
            if (first < 0x80) {
                continue;
            }
            ascii = false;
            int more = first >= 0xc2 && first <= 0xdf ? 1 : first >= 0xe0 && first <= 0xef ? 2 : first >= 0xf0 && first <= 0xf4 ? 3 : 0;
            if (more == 0) {
                return CODE_PAGE;
            }
            for (int i = 0; i < more && at + 1 < bytes.length; i++) {
                if ((bytes[++at] & 0xc0) != 0x80) {
                    return CODE_PAGE;
                }
            }
        }
        return ascii ? ASCII : UTF_8;
    }
}
