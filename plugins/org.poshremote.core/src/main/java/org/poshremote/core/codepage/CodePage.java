package org.poshremote.core.codepage;

import java.nio.charset.Charset;
import java.util.Optional;

/**
 * A Windows code page by its number.
 *
 * @param number  what {@code chcp} shows, such as 65001
 * @param name    for people, such as "UTF-8"
 * @param charset the Java charset that decodes it; empty where Java has none
 */
public record CodePage(int number, String name, Optional<Charset> charset) {
    public static final int UTF_8 = 65001;

    /** "65001 (UTF-8)". */
    @Override
    public String toString() {
        return number + " (" + name + ")";
    }
}
