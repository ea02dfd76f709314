package org.poshremote.language.rules.internal.layout;

import java.util.List;
import java.util.Locale;
import org.poshremote.language.layout.internal.Aliases;
import org.poshremote.language.layout.internal.Alignment;
import org.poshremote.language.layout.internal.Casing;
import org.poshremote.language.layout.internal.CloseBraces;
import org.poshremote.language.layout.internal.Indentation;
import org.poshremote.language.layout.internal.Indentation.PipelineStyle;
import org.poshremote.language.layout.internal.OpenBraces;
import org.poshremote.language.layout.internal.Pass;
import org.poshremote.language.layout.internal.Whitespace;
import org.poshremote.language.rules.RuleOptions;

/** What the options of PSScriptAnalyzer's rules about layout ask for; their defaults are its own. */
public final class Passes {
    private Passes() {
    }

    public static Pass openBraces(RuleOptions options) {
        return new OpenBraces(options.flag("OnSameLine", true), options.flag("NewLineAfter", true), options.flag("IgnoreOneLineBlock", true));
    }

    public static Pass closeBraces(RuleOptions options) {
        return new CloseBraces(options.flag("NewLineAfter", true), options.flag("IgnoreOneLineBlock", true), options.flag("NoEmptyLineBefore", false));
    }

    public static Pass whitespace(RuleOptions options) {
        return new Whitespace(options.flag("CheckOperator", true), options.flag("CheckSeparator", true), options.flag("CheckOpenBrace", true), options.flag("CheckInnerBrace", true),
            options.flag("CheckOpenParen", true), options.flag("CheckPipe", true), options.flag("CheckPipeForRedundantWhitespace", false), options.flag("CheckParameter", false),
            options.flag("IgnoreAssignmentOperatorInsideHashTable", false));
    }

    public static Indentation indentation(RuleOptions options) {
        PipelineStyle style = PipelineStyle.of(first(options, "PipelineIndentation"));
        return first(options, "Kind").toLowerCase(Locale.ROOT).equals("tab") ? Indentation.tabs(style) : Indentation.spaces(options.number("IndentationSize", 4), style);
    }

    private static String first(RuleOptions options, String name) {
        return options.words(name, List.of()).stream().findFirst().orElse("");
    }

    public static Pass alignment(RuleOptions options) {
        return new Alignment(options.flag("CheckHashtable", true), options.flag("CheckEnums", true), options.flag("AlignHashtableKvpWithInterveningComment", true),
            options.flag("AlignEnumMemberWithInterveningComment", true), options.flag("IncludeValuelessEnumMembers", true));
    }

    public static Pass casing(RuleOptions options) {
        return new Casing(options.flag("CheckCommands", true), options.flag("CheckKeyword", true), options.flag("CheckOperator", true));
    }

    public static Aliases aliases(RuleOptions options) {
        return new Aliases(options.words("allowlist", List.of()));
    }
}
