package org.poshremote.language.syntax;

import java.util.List;

/** Of a pipeline element; streams are numbered 1 to 6, and 0 stands for {@code *}. */
public sealed interface Redirection extends Node {
    int from();

    record ToFile(int start, int end, int from, boolean append, Expression target) implements Redirection {
        @Override
        public List<Node> children() {
            return List.of(target);
        }
    }

    record Merging(int start, int end, int from, int to) implements Redirection {
        @Override
        public List<Node> children() {
            return List.of();
        }
    }
}
