package org.poshremote.language.format;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One thing that can be chosen about the layout of scripts. */
public enum FormatOption {
    OPEN_BRACE_ON_SAME_LINE("openBraceOnSameLine", "PSPlaceOpenBrace", "OnSameLine", true, "The opening brace of a statement stands behind it; or else on a line of its own."),
    NEW_LINE_AFTER_OPEN_BRACE("newLineAfterOpenBrace", "PSPlaceOpenBrace", "NewLineAfter", true, "Behind the opening brace of a statement a line begins."),
    NEW_LINE_AFTER_CLOSE_BRACE("newLineAfterCloseBrace", "PSPlaceCloseBrace", "NewLineAfter", true, "else, elseif, catch and finally begin a line; or else they stand behind the closing brace."),
    NO_EMPTY_LINE_BEFORE_CLOSE_BRACE("noEmptyLineBeforeCloseBrace", "PSPlaceCloseBrace", "NoEmptyLineBefore", false, "No empty lines before a closing brace."),
    IGNORE_ONE_LINE_BLOCK("ignoreOneLineBlock", "PSPlaceOpenBrace", "IgnoreOneLineBlock", true, "Blocks of one line stay on it."),
    WHITESPACE_BEFORE_OPEN_BRACE("whitespaceBeforeOpenBrace", "PSUseConsistentWhitespace", "CheckOpenBrace", true, "One blank before an opening brace."),
    WHITESPACE_INSIDE_BRACE("whitespaceInsideBrace", "PSUseConsistentWhitespace", "CheckInnerBrace", true, "One blank behind an opening brace and before a closing one, on one line."),
    WHITESPACE_BEFORE_OPEN_PAREN("whitespaceBeforeOpenParen", "PSUseConsistentWhitespace", "CheckOpenParen", true, "One blank between a keyword and its parenthesis."),
    WHITESPACE_AROUND_OPERATOR("whitespaceAroundOperator", "PSUseConsistentWhitespace", "CheckOperator", true,
        "One blank on each side of an operator or equals sign; equals signs that stand below each other stay there."),
    WHITESPACE_AFTER_SEPARATOR("whitespaceAfterSeparator", "PSUseConsistentWhitespace", "CheckSeparator", true,
        "One blank behind a comma or semicolon and none before it; not in the arguments of programs, where it means something."),
    WHITESPACE_AROUND_PIPE("whitespaceAroundPipe", "PSUseConsistentWhitespace", "CheckPipe", true, "A blank on each side of a bar that has none there."),
    TRIM_WHITESPACE_AROUND_PIPE("trimWhitespaceAroundPipe", "PSUseConsistentWhitespace", "CheckPipeForRedundantWhitespace", false, "One blank on each side of a bar that has several there."),
    WHITESPACE_BETWEEN_PARAMETERS("whitespaceBetweenParameters", "PSUseConsistentWhitespace", "CheckParameter", false, "One blank between the words of a command that has several there."),
    IGNORE_ASSIGNMENT_IN_HASHTABLE("ignoreAssignmentInHashtable", "PSUseConsistentWhitespace", "IgnoreAssignmentOperatorInsideHashTable", true,
        "Blanks before the equals signs of a hashtable of several lines stay, since they may align them."),
    ALIGN_PROPERTY_VALUE_PAIRS("alignPropertyValuePairs", "PSAlignAssignmentStatement", "CheckHashtable", true, "The equals signs of a hashtable stand below each other."),
    ALIGN_PAIRS_WITH_COMMENT("alignPairsWithComment", "PSAlignAssignmentStatement", "AlignHashtableKvpWithInterveningComment", true, "Entries with a comment before their equals sign take part in that."),
    ALIGN_ENUM_VALUES("alignEnumValues", "PSAlignAssignmentStatement", "CheckEnums", true, "The equals signs of an enum stand below each other."),
    ALIGN_ENUM_VALUES_WITH_COMMENT("alignEnumValuesWithComment", "PSAlignAssignmentStatement", "AlignEnumMemberWithInterveningComment", true,
        "Names with a comment before their equals sign take part in that."),
    ALIGN_ENUM_WITH_VALUELESS("alignEnumWithValueless", "PSAlignAssignmentStatement", "IncludeValuelessEnumMembers", true, "Names without a value count for how far right the equals signs stand."),
    INDENTATION_SIZE("indentationSize", "PSUseConsistentIndentation", "IndentationSize", 4, "Blanks for one step."),
    INDENTATION_KIND("indentationKind", "PSUseConsistentIndentation", "Kind", "space", "What a step is made of.", "space", "tab"),
    PIPELINE_INDENTATION_STYLE("pipelineIndentationStyle", "PSUseConsistentIndentation", "PipelineIndentation", "IncreaseIndentationForFirstPipeline",
        "How far the parts of a pipeline that begin a line are moved in: all one step, each one step more than the one before, not at all, or left where they are.",
        "IncreaseIndentationForFirstPipeline", "IncreaseIndentationAfterEveryPipeline", "NoIndentation", "None"),
    CASING_OF_COMMANDS("casingOfCommands", "PSUseCorrectCasing", "CheckCommands", true, "PowerShell's own commands and their parameters as they are usually written."),
    CASING_OF_KEYWORDS("casingOfKeywords", "PSUseCorrectCasing", "CheckKeyword", true, "Keywords in lower case."),
    CASING_OF_OPERATORS("casingOfOperators", "PSUseCorrectCasing", "CheckOperator", true, "Operators in lower case."),
    AUTO_CORRECT_ALIASES("autoCorrectAliases", "PSAvoidUsingCmdletAliases", "Enable", false, "PowerShell's own aliases become the commands they stand for."),
    USE_CONSTANT_STRINGS("useConstantStrings", "PSAvoidUsingDoubleQuotesForConstantString", "Enable", false, "Strings that nothing is put into get single quotes."),
    AVOID_SEMICOLONS_AS_LINE_TERMINATORS("avoidSemicolonsAsLineTerminators", "PSAvoidSemicolonsAsLineTerminators", "Enable", false, "No semicolons at the end of lines."),
    AVOID_EXCLAIM_OPERATOR("avoidExclaimOperator", "PSAvoidExclaimOperator", "Enable", false, "-not instead of !."),
    TRIM_TRAILING_WHITESPACE("trimTrailingWhitespace", "PSAvoidTrailingWhitespace", "Enable", true, "No blanks at the end of lines."),
    INSERT_FINAL_NEWLINE("insertFinalNewline", "", "", true, "The last line ends with a line end."),
    TRIM_FINAL_NEWLINES("trimFinalNewlines", "", "", true, "No empty lines at the end of the file."),
    MAXIMUM_BLANK_LINES("maximumBlankLines", "", "", -1, "So many empty lines below each other at most; -1 for any number.");

    private final String title;
    private final String rule;
    private final String property;
    private final Object standard;
    private final String about;
    private final List<String> choices;

    FormatOption(String title, String rule, String property, Object standard, String about, String... choices) {
        this.title = title;
        this.rule = rule;
        this.property = property;
        this.standard = standard;
        this.about = about;
        this.choices = List.of(choices);
    }

    /** As it is written under {@code poshremote.format}. */
    public String title() {
        return title;
    }

    /** The rule of PSScriptAnalyzer that looks at the same; empty where there is none. */
    public String rule() {
        return rule;
    }

    /** What it is called among that rule's options. */
    public String property() {
        return property;
    }

    /** Boolean, Integer or String: what the preset "default" has. */
    public Object standard() {
        return standard;
    }

    /** One sentence. */
    public String about() {
        return about;
    }

    /** Of a word; empty for others. */
    public List<String> choices() {
        return choices;
    }

    /** In any case. */
    public static Optional<FormatOption> find(String title) {
        for (FormatOption option : values()) {
            if (option.title.equalsIgnoreCase(title)) {
                return Optional.of(option);
            }
        }
        return Optional.empty();
    }

    /** The value as this option has it, in any case and as text too; empty where it is none of its. */
    Optional<Object> read(Object value) {
        String text = value.toString().strip();
        if (standard instanceof Boolean) {
            return text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false") ? Optional.of(Boolean.valueOf(text.toLowerCase(Locale.ROOT))) : Optional.empty();
        }
        if (standard instanceof Integer) {
            return text.matches("-?\\d{1,4}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
        }
        return choices.stream().filter(choice -> choice.equalsIgnoreCase(text)).map(choice -> (Object) choice).findFirst();
    }
}
