package org.poshremote.language.rules.internal.analyzer;

import org.poshremote.language.rules.FileFacts;
import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;

/** Without a mark Windows PowerShell reads the file in another encoding. */
public final class UseBOMForUnicodeEncodedFile extends Rule {
    public UseBOMForUnicodeEncodedFile() {
        super("PSUseBOMForUnicodeEncodedFile", Severity.WARNING, true);
    }

    @Override
    protected void begin(Inspection on) {
        if ((on.file().encoding() == FileFacts.Encoding.UTF_8 || on.file().encoding() == FileFacts.Encoding.ANSI) && on.text().chars().anyMatch(c -> c > 127)) {
            on.at(0, 0).report();
        }
    }
}
