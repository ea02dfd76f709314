package org.poshremote.editor.coloring;

import java.util.Locale;
import java.util.Optional;

/** What has a colour of its own; the colour is a theme's, under {@link #colorId}. */
public enum Shade {
    KEYWORD, COMMENT, STRING, NUMBER, VARIABLE, PARAMETER, COMMAND, TYPE, MEMBER, OPERATOR;

    public String colorId() {
        return "org.poshremote.editor." + name().toLowerCase(Locale.ROOT) + "Color";
    }

    /** For the name of a type of semantic tokens (LSP 3.18, SemanticTokenTypes). */
    static Optional<Shade> of(String tokenType) {
        return switch (tokenType) {
            case "keyword", "modifier", "macro" -> Optional.of(KEYWORD);
            case "comment" -> Optional.of(COMMENT);
            case "string", "regexp" -> Optional.of(STRING);
            case "number" -> Optional.of(NUMBER);
            case "variable" -> Optional.of(VARIABLE);
            case "parameter" -> Optional.of(PARAMETER);
            case "function" -> Optional.of(COMMAND);
            case "type", "class", "enum", "struct", "interface", "typeParameter", "namespace", "decorator" -> Optional.of(TYPE);
            case "property", "method", "enumMember", "event", "label" -> Optional.of(MEMBER);
            case "operator" -> Optional.of(OPERATOR);
            default -> Optional.empty();
        };
    }
}
