package org.poshremote.core.run;

import java.util.Map;
import java.util.Optional;
import org.poshremote.core.codepage.CodePage;
import org.poshremote.core.codepage.CodePages;

/**
 * What the bootstrap reports before the script begins ({@code docs/run-protocol.md}, section 3).
 *
 * @param facts the fields as they came; values are the node's and hence data
 */
public record NodeGreeting(Map<String, String> facts) {
    public NodeGreeting {
        facts = Map.copyOf(facts);
    }

    public Optional<String> powerShellVersion() {
        return fact("ps");
    }

    /** "Desktop" or "Core"; empty before 5.1. */
    public Optional<String> edition() {
        return fact("edition");
    }

    public Optional<String> clrVersion() {
        return fact("clr");
    }

    /** In which standard output is written. */
    public Optional<CodePage> codePage() {
        return fact("codepage").filter(text -> text.matches("[0-9]{1,5}")).map(Integer::parseInt).map(CodePages::of);
    }

    public Optional<String> culture() {
        return fact("culture");
    }

    public Optional<Boolean> elevated() {
        return fact("elevated").map(Boolean::parseBoolean);
    }

    public Optional<String> osVersion() {
        return fact("os");
    }

    /** 32 or 64. */
    public Optional<Integer> bits() {
        return fact("bits").filter(text -> text.matches("[0-9]{1,3}")).map(Integer::parseInt);
    }

    /** Of the PowerShell process on the node. */
    public Optional<Integer> processId() {
        return fact("pid").filter(text -> text.matches("[0-9]{1,9}")).map(Integer::parseInt);
    }

    private Optional<String> fact(String key) {
        return Optional.ofNullable(facts.get(key)).filter(text -> !text.isEmpty());
    }

    /** "PowerShell 5.1.17763.1 (Desktop), CLR 4.0.30319.42000, code page 65001 (UTF-8), en-US, elevated". */
    public String summary() {
        StringBuilder text = new StringBuilder("PowerShell ").append(powerShellVersion().orElse("of unknown version"));
        edition().ifPresent(edition -> text.append(" (").append(edition).append(')'));
        clrVersion().ifPresent(clr -> text.append(", CLR ").append(clr));
        codePage().ifPresent(page -> text.append(", code page ").append(page));
        culture().ifPresent(culture -> text.append(", ").append(culture));
        elevated().ifPresent(elevated -> text.append(elevated ? ", elevated" : ", not elevated"));
        return text.toString();
    }
}
