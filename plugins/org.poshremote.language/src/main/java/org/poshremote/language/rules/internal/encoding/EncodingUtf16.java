package org.poshremote.language.rules.internal.encoding;

import org.poshremote.language.rules.FileFacts;
import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;

/** A script in UTF-16. */
public final class EncodingUtf16 extends Rule {
    public EncodingUtf16() {
        super("PoshRemoteEncodingUtf16", Severity.INFORMATION, true);
    }

    @Override
    protected void begin(Inspection on) {
        if (on.file().encoding() == FileFacts.Encoding.UTF_16_LE || on.file().encoding() == FileFacts.Encoding.UTF_16_BE) {
            on.at(0, 0).report();
        }
    }
}
