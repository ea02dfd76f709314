package org.poshremote.languageserver;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.services.LanguageClient;

/** What is wrong with what the client or the disk says, told once each, in the client's log. Thread-safe. */
final class Complaints {
    /** After so many, nobody reads them. */
    private static final int MOST = 200;

    private final Set<String> told = ConcurrentHashMap.newKeySet();
    private volatile Optional<LanguageClient> client = Optional.empty();

    void connect(LanguageClient connected) {
        client = Optional.of(connected);
    }

    void once(String sentence) {
        if (told.size() < MOST && told.add(sentence)) {
            client.ifPresent(c -> c.logMessage(new MessageParams(MessageType.Warning, sentence)));
        }
    }
}
