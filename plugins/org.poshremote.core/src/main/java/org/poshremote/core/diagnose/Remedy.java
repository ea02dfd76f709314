package org.poshremote.core.diagnose;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What to do about a cause.
 *
 * @param scripts PowerShell text for each Windows generation that needs its own; empty where there is nothing to run
 * @param command a line for this machine's terminal, where that is the remedy
 * @param setting what to change in the target, where the fix is on our side
 * @param changes what is different afterwards
 * @param undo    how to take it back
 * @param risk    in plain words
 * @param weakens whether it makes the node or the connection less safe: for test machines only
 */
public record Remedy(String code, String title, Place place, Map<Generation, String> scripts, Optional<String> command,
        Optional<TargetSetting> setting, String changes, String undo, String risk, boolean weakens) {
    private static final Pattern QUESTION = Pattern.compile("\\b(Read-Host|Get-Credential)\\b", Pattern.CASE_INSENSITIVE);

    public Remedy {
        Objects.requireNonNull(code);
        Objects.requireNonNull(title);
        Objects.requireNonNull(place);
        scripts = Map.copyOf(scripts);
        Objects.requireNonNull(changes);
        Objects.requireNonNull(undo);
        Objects.requireNonNull(risk);
    }

    /** The script for a node of this generation; the one for all where it needs none of its own. */
    public Optional<String> script(Generation generation) {
        return Optional.ofNullable(scripts.getOrDefault(generation, scripts.get(Generation.WINDOWS_8)));
    }

    /** The same where it can be run on the node from here: it is for the node, and asks its reader nothing. */
    public Optional<String> runnable(Generation generation) {
        return place == Place.NODE ? script(generation).filter(text -> !QUESTION.matcher(text).find()) : Optional.empty();
    }
}
