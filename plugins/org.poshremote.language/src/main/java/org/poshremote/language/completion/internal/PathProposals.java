package org.poshremote.language.completion.internal;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.poshremote.language.PowerShellQuoting;
import org.poshremote.language.completion.Proposal;
import org.poshremote.language.features.Span;

/** Files and folders beside the script. Nothing is read of them but their names. */
final class PathProposals {
    private static final int MOST = 500;
    private static final String ROOT = "$PSScriptRoot";

    private final Cursor cursor;
    private final Offers offers;

    PathProposals(Cursor cursor, Offers offers) {
        this.cursor = cursor;
        this.offers = offers;
    }

    /**
     * @param replace the word or the text between the quotes
     * @param quote   the quotes around it; a blank where there are none
     * @param wanted  by name, for files; folders are always offered
     */
    void offer(Span replace, char quote, Predicate<String> wanted, int rank) {
        String typed = cursor.before(replace.start());
        Optional<Path> folder = cursor.surroundings().folder();
        int slash = Math.max(typed.lastIndexOf('/'), typed.lastIndexOf('\\'));
        String written = slash < 0 ? "" : typed.substring(0, slash + 1);
        if (folder.isEmpty() || typed.indexOf('*') >= 0) {
            return;
        }
        Optional<Path> listed = listed(folder.get(), written);
        if (listed.isEmpty()) {
            return;
        }
        offers.incomplete();
        char separator = slash >= 0 ? typed.charAt(slash) : '\\';
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(listed.get())) {
            int count = 0;
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                boolean isFolder = Files.isDirectory(entry);
                if (count++ > MOST || name.startsWith(".") || !isFolder && !wanted.test(name)) {
                    continue;
                }
                // a bare name would be looked for among the commands
                String path = (written.isEmpty() && quote == ' ' ? "." + separator : written) + name;
                offers.add(offers.of(isFolder ? Proposal.Kind.FOLDER : Proposal.Kind.FILE, name, replace).inserting(quoted(path, quote)).filteredBy(written.isEmpty() ? name : path).ranked(rank));
            }
        } catch (IOException | DirectoryIteratorException e) {
            return; // a folder that cannot be read has nothing to offer
        }
    }

    private static Optional<Path> listed(Path folder, String written) {
        String relative = written.replace('\\', '/');
        if (relative.toLowerCase(Locale.ROOT).startsWith(ROOT.toLowerCase(Locale.ROOT) + "/")) {
            relative = relative.substring(ROOT.length() + 1);
        } else if (relative.startsWith("~") || relative.contains("$") || relative.contains(":") || relative.startsWith("//")) {
            return Optional.empty(); // of the target, not of this machine
        }
        try {
            Path path = folder.resolve(relative).normalize();
            // an absolute path is one of the target too
            return !relative.startsWith("/") && Files.isDirectory(path) ? Optional.of(path) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static String quoted(String path, char quote) {
        return switch (quote) {
            case '\'' -> inner(PowerShellQuoting.literal(path));
            case '"' -> path.startsWith(ROOT) ? ROOT + escaped(path.substring(ROOT.length())) : escaped(path);
            default -> path.startsWith(ROOT) ? needsQuotes(path.substring(ROOT.length())) ? "\"" + ROOT + escaped(path.substring(ROOT.length())) + "\"" : path
                : needsQuotes(path) ? PowerShellQuoting.literal(path) : path;
        };
    }

    private static String inner(String literal) {
        return literal.substring(1, literal.length() - 1);
    }

    private static String escaped(String path) {
        return path.replace("`", "``").replace("$", "`$").replace("\"", "`\"");
    }

    private static boolean needsQuotes(String path) {
        return path.chars().anyMatch(c -> Character.isWhitespace(c) || "'\"`$&|;,(){}[]<>@#".indexOf(c) >= 0);
    }
}
