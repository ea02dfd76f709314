package org.poshremote.language.workspace;

import java.net.URI;

/**
 * Another name of a command that a file gives it, by {@code Set-Alias}, {@code New-Alias} or {@code [Alias()]} on a function.
 *
 * @param command what it stands for
 */
public record AliasSymbol(URI file, String name, String command, TextRange named) {
}
