package org.poshremote.language.layout.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.poshremote.language.syntax.Node;
import org.poshremote.language.syntax.Script;
import org.poshremote.language.syntax.Token;

/**
 * A script as its tokens and the gaps between them, to be laid out anew: passes change gaps, and some the words of tokens. Gap
 * {@code i} stands before token {@code i}; the last one, behind which there is nothing, has the number {@link #size()}. Of one thread.
 */
public final class Draft {
    /**
     * Something that a pass found to be otherwise than it should be, for a rule that tells of it.
     *
     * @param variant of the message; empty for the rule's first one
     * @param gaps    changed because of it
     * @param tokens  changed because of it
     */
    public record Note(String variant, int start, int end, List<Integer> gaps, List<Integer> tokens, Object[] arguments) {
    }

    private final Script script;
    private final Token[] tokens;
    private final Gap[] gaps;
    private final Gap[] before;
    private final String[] words;
    private final boolean[] linked;
    private final int[] partner;
    private final int[] around;
    private final String lineEnd;
    private final List<Note> notes = new ArrayList<>();
    private Positions positions;

    /** @param all with trivia */
    public Draft(Script script, List<Token> all) {
        this.script = script;
        String text = script.text();
        tokens = all.stream().filter(token -> !token.kind().isTrivia()).toArray(Token[]::new);
        gaps = new Gap[tokens.length + 1];
        words = new String[tokens.length];
        linked = new boolean[tokens.length];
        int at = 0;
        for (int i = 0; i <= tokens.length; i++) {
            int next = i < tokens.length ? tokens[i].start() : text.length();
            gaps[i] = next == at ? Gap.NONE : next == at + 1 && text.charAt(at) == ' ' ? Gap.BLANK : Gap.of(text.substring(at, next));
            at = i < tokens.length ? tokens[i].end() : next;
        }
        before = gaps.clone();
        partner = new int[tokens.length];
        around = new int[tokens.length + 1];
        pair();
        lineEnd = lineEnd(text);
    }

    private Draft(Draft other) {
        script = other.script;
        tokens = other.tokens;
        gaps = other.before.clone();
        before = other.before;
        words = new String[tokens.length];
        linked = new boolean[tokens.length];
        partner = other.partner;
        around = other.around;
        lineEnd = other.lineEnd;
        positions = other.positions();
    }

    /** The same of one that nothing has changed, without cutting the text again. */
    public Draft copy() {
        return new Draft(this);
    }

    private void pair() {
        Arrays.fill(partner, -1);
        int[] open = new int[tokens.length + 1];
        int depth = 0;
        open[0] = -1;
        for (int i = 0; i < tokens.length; i++) {
            boolean closes = tokens[i].kind().closes() && depth > 0 && fit(tokens[open[depth]].kind(), tokens[i].kind());
            if (closes) {
                partner[i] = open[depth];
                partner[open[depth--]] = i;
            }
            around[i] = open[depth];
            if (tokens[i].kind().opens()) {
                open[++depth] = i;
            }
        }
        around[tokens.length] = open[depth];
    }

    private static boolean fit(Token.Kind open, Token.Kind close) {
        return switch (close) {
            case CLOSE_BRACE -> open.opensBrace();
            case CLOSE_BRACKET -> open == Token.Kind.OPEN_BRACKET;
            default -> !open.opensBrace() && open != Token.Kind.OPEN_BRACKET;
        };
    }

    /** That of most lines. */
    private static String lineEnd(String text) {
        int crlf = 0;
        int lf = 0;
        for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
            if (at > 0 && text.charAt(at - 1) == '\r') {
                crlf++;
            } else {
                lf++;
            }
        }
        return crlf > lf ? "\r\n" : "\n";
    }

    public Script script() {
        return script;
    }

    public int size() {
        return tokens.length;
    }

    public Token token(int i) {
        return tokens[i];
    }

    Token.Kind kind(int i) {
        return tokens[i].kind();
    }

    /** As it is now. */
    public String word(int i) {
        return words[i] != null ? words[i] : script.text().substring(tokens[i].start(), tokens[i].end());
    }

    int length(int i) {
        return words[i] != null ? words[i].length() : tokens[i].length();
    }

    Gap gap(int i) {
        return gaps[i];
    }

    /** The other bracket of a pair; -1 where there is none. */
    int partner(int i) {
        return partner[i];
    }

    /** The nearest bracket that is open where a token stands, its own not counted; -1 for none. */
    int around(int i) {
        return around[i];
    }

    String lineEnd() {
        return lineEnd;
    }

    void set(int i, String text) {
        if (!gaps[i].text().equals(text)) {
            gaps[i] = Gap.of(text);
            positions = null;
        }
    }

    void replace(int i, String word) {
        words[i] = word;
        positions = null;
    }

    /** What stands before and behind a token changes only together. */
    void link(int i) {
        linked[i] = true;
    }

    /** Whether a token is the first on its line. */
    boolean first(int i) {
        return gaps[i].endsLine() || i == 0 && gaps[0].plain();
    }

    /** The token that begins at an offset of the script; the next one where none does. */
    int at(int offset) {
        int low = 0;
        int high = tokens.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (tokens[middle].start() < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Where the tokens are now. */
    Positions positions() {
        if (positions == null) {
            positions = new Positions(this);
        }
        return positions;
    }

    // ---- what has changed

    void note(String variant, int token, List<Integer> changedGaps, Object... arguments) {
        notes.add(new Note(variant, tokens[token].start(), tokens[token].end(), changedGaps, List.of(), arguments));
    }

    void noteWord(int token, Object... arguments) {
        notes.add(new Note("", tokens[token].start(), tokens[token].end(), List.of(), List.of(token), arguments));
    }

    void noteNode(Node node, int token) {
        notes.add(new Note("", node.start(), node.end(), List.of(), List.of(token), new Object[0]));
    }

    void noteAt(int start, int end, int gap, Object... arguments) {
        notes.add(new Note("", start, end, List.of(gap), List.of(), arguments));
    }

    public List<Note> notes() {
        return notes;
    }

    public List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i <= tokens.length; i++) {
            if (i < tokens.length && linked[i]) {
                changes.add(whole(i));
                i++;
                if (i < tokens.length) {
                    word(i, changes);
                }
                continue;
            }
            gap(i, changes);
            if (i < tokens.length) {
                word(i, changes);
            }
        }
        return changes;
    }

    public List<Change> changes(Note note) {
        List<Change> changes = new ArrayList<>();
        if (note.gaps().size() == 2 && linked[note.gaps().get(0)]) {
            return List.of(whole(note.gaps().get(0)));
        }
        note.gaps().forEach(i -> gap(i, changes));
        note.tokens().forEach(i -> word(i, changes));
        return changes;
    }

    private Change whole(int i) {
        int end = i + 1 < tokens.length ? tokens[i + 1].start() : script.text().length();
        return new Change(start(i), end, gaps[i].text() + word(i) + gaps[i + 1].text());
    }

    private int start(int gap) {
        return gap == 0 ? 0 : tokens[gap - 1].end();
    }

    private void word(int i, List<Change> changes) {
        if (words[i] != null) {
            Change.between(script.text().substring(tokens[i].start(), tokens[i].end()), words[i], tokens[i].start(), changes);
        }
    }

    /** Comment by comment, so that what did not move is not touched. */
    private void gap(int i, List<Change> changes) {
        if (gaps[i] == before[i] || gaps[i].text().equals(before[i].text())) {
            return;
        }
        int start = start(i);
        List<Gap.Piece> old = before[i].pieces();
        List<Gap.Piece> now = gaps[i].pieces();
        if (old.size() != now.size()) {
            Change.between(before[i].text(), gaps[i].text(), start, changes);
            return;
        }
        for (int piece = 0; piece < old.size(); piece++) {
            Change.lineByLine(before[i].text().substring(old.get(piece).start(), old.get(piece).end()),
                gaps[i].text().substring(now.get(piece).start(), now.get(piece).end()), start + old.get(piece).start(), changes);
        }
    }
}
