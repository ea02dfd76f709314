package org.poshremote.language.rules.internal.target;

import org.poshremote.language.rules.TargetVersion;

/** What the language has since a version, and what an older one makes of it. */
public enum SyntaxFeature {
    IN_OPERATOR(3, 0, Effect.REFUSED, "-in and -notin"),
    SHIFT_OPERATOR(3, 0, Effect.REFUSED, "-shl and -shr"),
    ORDERED(3, 0, Effect.FAILS, "[ordered]"),
    CUSTOM_OBJECT(3, 0, Effect.OTHER_MEANING, "[pscustomobject]@{ }"),
    PS_ITEM(3, 0, Effect.OTHER_MEANING, "$PSItem"),
    SIMPLE_WHERE(3, 0, Effect.FAILS, "a property's or method's name in place of a script block"),
    USING_VARIABLE(3, 0, Effect.OTHER_MEANING, "$using:"),
    STOP_PARSING(3, 0, Effect.OTHER_MEANING, "--%"),
    REDIRECTED_STREAM(3, 0, Effect.REFUSED, "redirection of warnings, verbose, debug and all streams"),
    INFORMATION_STREAM(5, 0, Effect.REFUSED, "redirection of the information stream"),
    VALUELESS_ATTRIBUTE_ARGUMENT(3, 0, Effect.REFUSED, "an attribute's argument without \"= $true\""),
    SCRIPT_ROOT(3, 0, Effect.OTHER_MEANING, "$PSScriptRoot and $PSCommandPath in a script"),
    DEFAULT_PARAMETER_VALUES(3, 0, Effect.OTHER_MEANING, "$PSDefaultParameterValues"),
    REQUIRES_MODULES(3, 0, Effect.FAILS, "#Requires -Modules"),
    WORKFLOW(3, 0, Effect.REFUSED, "workflow"),
    COLLECTION_METHOD(4, 0, Effect.FAILS, ".Where{ } and .ForEach{ }"),
    DYNAMIC_METHOD(4, 0, Effect.REFUSED, "a method's name in a variable"),
    CONFIGURATION(4, 0, Effect.REFUSED, "configuration"),
    CLASS(5, 0, Effect.REFUSED, "class and enum"),
    USING_STATEMENT(5, 0, Effect.REFUSED, "using namespace, module and assembly"),
    STATIC_NEW(5, 0, Effect.FAILS, "[type]::new()"),
    INFORMATION_PARAMETER(5, 0, Effect.FAILS, "-InformationAction and -InformationVariable"),
    REQUIRES_EDITION(5, 1, Effect.FAILS, "#Requires -PSEdition"),
    EDITION_VARIABLE(5, 1, Effect.OTHER_MEANING, "$PSEdition"),
    ESCAPE(6, 0, Effect.OTHER_MEANING, "the escapes `u{ } and `e"),
    BACKGROUND(6, 0, Effect.REFUSED, "& at the end of a command"),
    CHARACTER_RANGE(6, 0, Effect.FAILS, "a range of characters"),
    PLATFORM_VARIABLE(6, 0, Effect.OTHER_MEANING, "$IsWindows, $IsLinux, $IsMacOS and $IsCoreCLR"),
    REPLACING_BLOCK(6, 1, Effect.OTHER_MEANING, "-replace by a script block"),
    ENUM_TYPE(6, 2, Effect.REFUSED, "an enum's underlying type"),
    NUMBER_SUFFIX(6, 2, Effect.OTHER_MEANING, "numbers with the suffixes y, s and u"),
    BINARY_NUMBER(7, 0, Effect.OTHER_MEANING, "binary numbers and the suffix n"),
    SPLIT_FROM_END(7, 0, Effect.OTHER_MEANING, "-split with a negative number of parts"),
    TERNARY(7, 0, Effect.REFUSED, "a ? b : c"),
    PIPELINE_CHAIN(7, 0, Effect.REFUSED, "&& and ||"),
    NULL_COALESCING(7, 0, Effect.REFUSED, "?? and ??="),
    LEADING_BAR(7, 0, Effect.REFUSED, "| at the beginning of a line"),
    PARALLEL(7, 0, Effect.FAILS, "ForEach-Object -Parallel"),
    NULL_CONDITIONAL(7, 1, Effect.REFUSED, "?. and ?[ ]"),
    CLEAN_BLOCK(7, 3, Effect.OTHER_MEANING, "clean { }"),
    GENERIC_METHOD(7, 3, Effect.REFUSED, "a generic method's type arguments"),
    NEW_ENCODING_NAME(6, 0, Effect.FAILS, "the encoding names utf8NoBOM and utf8BOM"),
    ANSI_ENCODING_NAME(7, 4, Effect.FAILS, "the encoding name ansi");

    /** What happens on an older version. */
    public enum Effect {
        /** The script does not start. */
        REFUSED,
        /** It runs and means something else. */
        OTHER_MEANING,
        /** It stops with an error when it gets there. */
        FAILS
    }

    private final TargetVersion since;
    private final Effect effect;
    private final String described;

    SyntaxFeature(int major, int minor, Effect effect, String described) {
        this.since = new TargetVersion(major, minor);
        this.effect = effect;
        this.described = described;
    }

    public TargetVersion since() {
        return since;
    }

    public Effect effect() {
        return effect;
    }

    public String described() {
        return described;
    }

    /** Workflows are gone since 6.0. */
    public boolean isKnownTo(TargetVersion version) {
        return version.compareTo(since) >= 0 && !(this == WORKFLOW && version.major() >= 6);
    }
}
