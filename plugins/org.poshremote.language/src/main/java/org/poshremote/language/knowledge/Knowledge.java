package org.poshremote.language.knowledge;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The commands that come with PowerShell and Windows, by edition: facts that need no machine to ask. Names are found in any case.
 * Loaded when first used; thread-safe.
 */
public final class Knowledge {
    private static final class Loaded {
        static final CommandFile FILE = new CommandFile().read();
    }

    private Knowledge() {
    }

    /** By its own name, not by an alias; a module's name before a backslash is left aside. */
    public static Optional<KnownCommand> command(String name) {
        return Optional.ofNullable(Loaded.FILE.commands.get(key(name.substring(name.lastIndexOf('\\') + 1))));
    }

    /** By its name or an alias. */
    public static Optional<KnownCommand> resolve(String nameOrAlias) {
        return command(nameOrAlias).or(() -> alias(nameOrAlias).flatMap(Knowledge::command));
    }

    /** What an alias of PowerShell's own stands for. */
    public static Optional<String> alias(String alias) {
        return Optional.ofNullable(Loaded.FILE.aliases.get(key(alias)));
    }

    /** Where an alias exists; {@code ls} and its like are missing on Linux. */
    public static Optional<Presence> aliasPresence(String alias) {
        return Optional.ofNullable(Loaded.FILE.aliasPresence.get(key(alias)));
    }

    /** Aliases with what they stand for, those that begin so. */
    public static Map<String, String> aliases(String prefix) {
        return Collections.unmodifiableMap(Loaded.FILE.aliases.subMap(key(prefix), key(prefix) + Character.MAX_VALUE));
    }

    /** In the order of their names. */
    public static Collection<KnownCommand> commands(String prefix) {
        return Collections.unmodifiableCollection(Loaded.FILE.commands.subMap(key(prefix), key(prefix) + Character.MAX_VALUE).values());
    }

    public static Collection<KnownCommand> commands() {
        return Collections.unmodifiableCollection(Loaded.FILE.commands.values());
    }

    /** Those that every cmdlet and advanced function has (about_CommonParameters); {@code -WhatIf} and {@code -Confirm} are not among them. */
    public static List<KnownParameter> commonParameters() {
        return Collections.unmodifiableList(Loaded.FILE.common);
    }

    /** The values of an enumeration that parameters take, by its short name. */
    public static List<String> values(String type) {
        return Loaded.FILE.values.getOrDefault(key(type), List.of());
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
