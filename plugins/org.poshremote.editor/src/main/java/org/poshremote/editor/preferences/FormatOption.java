package org.poshremote.editor.preferences;

import java.util.List;
import java.util.Map;

/**
 * One thing to choose about how scripts are formatted, by the name that the server has for it under {@code poshremote.format}.
 *
 * @param standards its value with each preset that has another one than {@code standard}
 * @param choices   of words; empty for yes or no
 */
record FormatOption(String name, Section section, String standard, Map<String, String> standards, List<String> choices) {
    /** What belongs together. */
    enum Section {
        BRACES, BLANKS, ALIGNMENT, INDENTATION, WORDS, LINES
    }

    /** Names of presets, as the server has them. */
    static final List<String> PRESETS = List.of("default", "otbs", "stroustrup", "allman");

    static final List<FormatOption> ALL = List.of(
        new FormatOption("openBraceOnSameLine", Section.BRACES, "true", Map.of("allman", "false"), List.of()),
        flag("newLineAfterOpenBrace", Section.BRACES, true),
        new FormatOption("newLineAfterCloseBrace", Section.BRACES, "true", Map.of("otbs", "false"), List.of()),
        flag("noEmptyLineBeforeCloseBrace", Section.BRACES, false),
        flag("ignoreOneLineBlock", Section.BRACES, true),
        flag("whitespaceBeforeOpenBrace", Section.BLANKS, true),
        flag("whitespaceInsideBrace", Section.BLANKS, true),
        flag("whitespaceBeforeOpenParen", Section.BLANKS, true),
        flag("whitespaceAroundOperator", Section.BLANKS, true),
        flag("whitespaceAfterSeparator", Section.BLANKS, true),
        flag("whitespaceAroundPipe", Section.BLANKS, true),
        flag("trimWhitespaceAroundPipe", Section.BLANKS, false),
        flag("whitespaceBetweenParameters", Section.BLANKS, false),
        flag("alignPropertyValuePairs", Section.ALIGNMENT, true),
        flag("alignEnumValues", Section.ALIGNMENT, true),
        new FormatOption("indentationKind", Section.INDENTATION, "", Map.of(), List.of("", "space", "tab")),
        new FormatOption("pipelineIndentationStyle", Section.INDENTATION, "IncreaseIndentationForFirstPipeline", Map.of(),
            List.of("IncreaseIndentationForFirstPipeline", "IncreaseIndentationAfterEveryPipeline", "NoIndentation", "None")),
        flag("casingOfCommands", Section.WORDS, true),
        flag("casingOfKeywords", Section.WORDS, true),
        flag("casingOfOperators", Section.WORDS, true),
        flag("autoCorrectAliases", Section.WORDS, false),
        flag("useConstantStrings", Section.WORDS, false),
        flag("avoidSemicolonsAsLineTerminators", Section.WORDS, false),
        flag("avoidExclaimOperator", Section.WORDS, false),
        flag("trimTrailingWhitespace", Section.LINES, true),
        flag("insertFinalNewline", Section.LINES, true),
        flag("trimFinalNewlines", Section.LINES, true));

    private static FormatOption flag(String name, Section section, boolean standard) {
        return new FormatOption(name, section, Boolean.toString(standard), Map.of(), List.of());
    }

    /** Its value with a preset, where the person chose nothing. */
    String standard(String preset) {
        return standards.getOrDefault(preset, standard);
    }

    boolean isFlag() {
        return choices.isEmpty();
    }
}
