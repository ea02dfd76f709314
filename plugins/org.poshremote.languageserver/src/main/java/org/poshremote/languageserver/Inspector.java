package org.poshremote.languageserver;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.poshremote.language.rules.Analyzer;
import org.poshremote.language.rules.FileFacts;
import org.poshremote.language.rules.Problem;
import org.poshremote.language.rules.RuleSettings;

/** The rules that look at open documents, as the client and the workspace's settings file have them. Thread-safe. */
final class Inspector {
    private static final String SETTINGS = "PSScriptAnalyzerSettings.psd1";
    /** A longer settings file is none. */
    private static final int LONGEST_SETTINGS = 1 << 20;

    private final Map<String, FileFacts> files = new ConcurrentHashMap<>();
    private volatile Optional<Path> folder = Optional.empty();
    private volatile Configuration configuration = Configuration.NONE;
    private volatile Optional<RuleSettings> rules = Optional.empty();
    private volatile Optional<Analyzer> analyzer = analyzer(Configuration.NONE, Optional.empty());

    void workspace(Optional<String> uri) {
        folder = uri.flatMap(Inspector::path);
        settingsChanged();
    }

    void configure(Configuration changed) {
        configuration = changed;
        settingsChanged();
    }

    /** Reads the workspace's settings file again. */
    void settingsChanged() {
        rules = configuration.rules().or(() -> folder.flatMap(Inspector::settings));
        analyzer = analyzer(configuration, rules);
    }

    private static Optional<Analyzer> analyzer(Configuration configuration, Optional<RuleSettings> rules) {
        return configuration.syntaxOnly() ? Optional.empty() : Optional.of(new Analyzer(rules.orElse(RuleSettings.DEFAULT), configuration.target()));
    }

    /** What the client or the workspace's settings file says of rules; empty where neither does. */
    Optional<RuleSettings> rules() {
        return rules;
    }

    /** What the client says under {@code poshremote.format}. */
    Map<String, Object> format() {
        return configuration.format();
    }

    private static Optional<RuleSettings> settings(Path folder) {
        Path file = folder.resolve(SETTINGS);
        try {
            return Files.isRegularFile(file) && Files.size(file) < LONGEST_SETTINGS ? RuleSettings.parse(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            // as if it were not there: the person sees the rules at work
            return Optional.empty();
        }
    }

    /** Looks at how the file is written, when it is opened or has been saved. */
    void file(String uri) {
        Optional<Path> path = path(uri);
        FileFacts.Encoding encoding = FileFacts.Encoding.UNKNOWN;
        try {
            if (path.isPresent() && Files.isRegularFile(path.get()) && Files.size(path.get()) <= OpenDocument.LONGEST) {
                encoding = FileFacts.encodingOf(Files.readAllBytes(path.get()));
            }
        } catch (IOException e) {
            encoding = FileFacts.Encoding.UNKNOWN;
        }
        String name = uri.substring(uri.lastIndexOf('/') + 1);
        files.put(uri, new FileFacts(path.map(Path::getFileName).map(Path::toString).orElse(name), encoding));
    }

    void forget(String uri) {
        files.remove(uri);
    }

    List<Problem> problems(OpenDocument document) {
        return document.tooLong() ? List.of()
            : analyzer.map(rules -> rules.check(document.script(), document::model, files.getOrDefault(document.uri(), FileFacts.NONE))).orElse(List.of());
    }

    /**
     * Writes the file again with a byte order mark, where it holds what the editor shows.
     *
     * @return whether it does now
     */
    boolean saveWithMark(OpenDocument document) {
        Optional<Path> path = path(document.uri());
        try {
            if (path.isEmpty() || !new String(Files.readAllBytes(path.get()), StandardCharsets.UTF_8).equals(document.text())) {
                return false;
            }
            Files.writeString(path.get(), "\uFEFF" + document.text());
            file(document.uri());
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static Optional<Path> path(String uri) {
        try {
            return uri.startsWith("file:") ? Optional.of(Path.of(URI.create(uri))) : Optional.empty();
        } catch (IllegalArgumentException | FileSystemNotFoundException e) {
            return Optional.empty();
        }
    }
}
