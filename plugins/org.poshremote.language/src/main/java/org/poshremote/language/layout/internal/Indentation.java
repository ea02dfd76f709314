package org.poshremote.language.layout.internal;

/**
 * How far each line is moved in. Lines within strings stay where they are; those of a comment of several lines move with its first.
 *
 * @param unit blanks or a tab, for one step
 */
public record Indentation(String unit, PipelineStyle pipelines) implements Pass {
    /** How far the elements of a pipeline that begin a line are moved in; PSScriptAnalyzer's names. */
    public enum PipelineStyle {
        /** All by one step. */
        INCREASE_INDENTATION_FOR_FIRST_PIPELINE,
        /** Each one step more than the one before. */
        INCREASE_INDENTATION_AFTER_EVERY_PIPELINE,
        /** As far as the first. */
        NO_INDENTATION,
        /** They stay where they are. */
        NONE;

        /** By PSScriptAnalyzer's name in any case; the first one where there is no such name. */
        public static PipelineStyle of(String name) {
            for (PipelineStyle style : values()) {
                if (style.name().replace("_", "").equalsIgnoreCase(name)) {
                    return style;
                }
            }
            return INCREASE_INDENTATION_FOR_FIRST_PIPELINE;
        }
    }

    public static Indentation spaces(int size, PipelineStyle pipelines) {
        return new Indentation(" ".repeat(Math.max(0, size)), pipelines);
    }

    public static Indentation tabs(PipelineStyle pipelines) {
        return new Indentation("\t", pipelines);
    }

    @Override
    public void apply(Draft draft) {
        within(draft, new Depths(draft, pipelines), 0, draft.size(), "", 0);
    }

    /**
     * The lines that begin in some gaps alone.
     *
     * @param base of lines that are as deep as {@code baseDepth}
     */
    void within(Draft draft, Depths depths, int from, int to, String base, int baseDepth) {
        for (int i = from; i <= to; i++) {
            if (i == 0 || !draft.gap(i).plain()) {
                new Line(draft, i, step(depths.ofComment(i), base, baseDepth), step(depths.of(i), base, baseDepth), i < draft.size() && depths.stays(i)).write();
            }
        }
    }

    String step(int depth, String base, int baseDepth) {
        return base + unit.repeat(Math.max(0, depth - baseDepth));
    }

    /** The lines that begin in one gap. */
    private static final class Line {
        private final Draft draft;
        private final int number;
        private final String gap;
        private final String ofComments;
        private final String ofToken;
        private final boolean stays;
        private final StringBuilder written = new StringBuilder();

        Line(Draft draft, int number, String ofComments, String ofToken, boolean stays) {
            this.draft = draft;
            this.number = number;
            this.gap = draft.gap(number).text();
            this.ofComments = ofComments;
            this.ofToken = ofToken;
            this.stays = stays;
        }

        void write() {
            String moved = "";
            String old = "";
            for (Gap.Piece piece : draft.gap(number).pieces()) {
                if (piece.comment()) {
                    String comment = gap.substring(piece.start(), piece.end());
                    written.append(moved.equals(old) ? comment : shifted(comment, old, moved));
                    moved = "";
                    old = "";
                    continue;
                }
                int start = indent(piece);
                written.append(gap, piece.start(), start);
                old = gap.substring(start, piece.end());
                boolean last = piece.end() == gap.length();
                boolean beginsLine = start > piece.start() || piece.start() == 0 && number == 0;
                // at the end of the text there is nothing to move
                moved = !beginsLine || last && (stays || number == draft.size()) ? old : last ? ofToken : ofComments;
                written.append(moved);
                if (!moved.equals(old)) {
                    int at = (number == 0 ? 0 : draft.token(number - 1).end()) + start;
                    draft.noteAt(at, at + old.length(), number, old.length(), moved.length());
                }
            }
            draft.set(number, written.toString());
        }

        /** Where the last line of a piece begins; its own start where it has no line end. */
        private int indent(Gap.Piece piece) {
            int at = piece.end();
            while (at > piece.start() && !Gap.isNewline(gap.charAt(at - 1))) {
                at--;
            }
            return at;
        }

        private static String shifted(String comment, String old, String moved) {
            StringBuilder lines = new StringBuilder();
            int at = 0;
            while (at < comment.length()) {
                int newline = Gap.newline(comment, at);
                lines.append(comment, at, at + Math.max(1, newline));
                at += Math.max(1, newline);
                boolean blank = at >= comment.length() || Gap.newline(comment, at) > 0;
                if (newline > 0 && !blank && comment.startsWith(old, at)) {
                    lines.append(moved);
                    at += old.length();
                }
            }
            return lines.toString();
        }
    }
}
