package org.poshremote.language.rules.internal.encoding;

import org.poshremote.language.rules.FileFacts;
import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;

/** A byte order mark where it is in the way. */
public final class EncodingMark extends Rule {
    public EncodingMark() {
        super("PoshRemoteEncodingMark", Severity.WARNING, true);
    }

    @Override
    protected void begin(Inspection on) {
        if (on.file().encoding() == FileFacts.Encoding.UTF_8_BOM && on.text().startsWith("#!")) {
            int end = on.text().indexOf('\n');
            on.at(0, end < 0 ? on.text().length() : end).report();
        }
    }
}
