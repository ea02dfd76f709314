package org.poshremote.language.rules.internal.encoding;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.Optional;
import java.util.stream.Stream;
import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;
import org.poshremote.language.syntax.Expression;

/** Characters that the shell's console code page does not have. */
public final class EncodingCodePage extends Rule {
    public EncodingCodePage() {
        super("PoshRemoteEncodingCodePage", Severity.WARNING, true);
    }

    @Override
    protected void begin(Inspection on) {
        Optional<CharsetEncoder> encoder = on.target().codePage().filter(page -> page != 65001).flatMap(page -> Stream.of("IBM" + page, "windows-" + page, "x-IBM" + page, "x-windows-" + page,
            "MS" + page).filter(EncodingCodePage::isKnown).findFirst()).map(name -> Charset.forName(name).newEncoder());
        if (encoder.isPresent()) {
            on.each(Expression.StringConstant.class, text -> {
                for (int i = text.start(); i < text.end(); i++) {
                    char c = on.text().charAt(i);
                    if (c > 127 && !Character.isSurrogate(c) && !encoder.get().canEncode(c)) {
                        on.at(i, i + 1).with(c, on.target().codePage().get()).report();
                    }
                }
            });
        }
    }

    private static boolean isKnown(String name) {
        return Charset.isSupported(name);
    }
}
