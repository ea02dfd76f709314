package org.poshremote.language.navigation;

/**
 * A name in a file: just the name, without sigil, scope, dash or quotes. UTF-16 offsets.
 *
 * @param written as it stands there
 */
public record Mention(int start, int end, String written, Entity entity, Role role) {
    /** How it is mentioned. */
    public enum Role {
        DECLARATION, WRITE, READ,
        /** In a comment: nothing depends on it when the script runs. */
        COMMENT;

        public boolean writes() {
            return this == DECLARATION || this == WRITE;
        }
    }

    boolean touches(int offset) {
        return start <= offset && offset <= end;
    }
}
