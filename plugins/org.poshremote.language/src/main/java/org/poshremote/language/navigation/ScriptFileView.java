package org.poshremote.language.navigation;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.poshremote.language.analysis.ScriptModel;
import org.poshremote.language.syntax.LineMap;
import org.poshremote.language.syntax.Script;
import org.poshremote.language.workspace.TextRange;
import org.poshremote.language.workspace.WorkspaceIndex;

/** One file as it is at the moment of a question, with all its mentions. Thread-safe. */
public final class ScriptFileView {
    private final URI file;
    private final ScriptModel model;
    private final LineMap lines;
    private final WorkspaceIndex index;
    /** Found when first asked for; the same whoever finds them. */
    private volatile List<Mention> mentions;

    private ScriptFileView(URI file, ScriptModel model, WorkspaceIndex index) {
        this.file = file;
        this.model = model;
        this.lines = new LineMap(model.script().text());
        this.index = index;
    }

    public static ScriptFileView of(URI file, ScriptModel model, WorkspaceIndex index) {
        return new ScriptFileView(file, model, index);
    }

    public URI file() {
        return file;
    }

    public ScriptModel model() {
        return model;
    }

    public Script script() {
        return model.script();
    }

    /** In the order of the text. */
    public List<Mention> mentions() {
        List<Mention> found = mentions;
        if (found == null) {
            found = Mentions.of(file, model, index);
            mentions = found;
        }
        return found;
    }

    /** What stands at an offset: of several that touch it the one behind, since the cursor stands before it. */
    public List<Mention> at(int offset) {
        List<Mention> touching = mentions().stream().filter(mention -> mention.touches(offset)).toList();
        Optional<Mention> last = touching.stream().reduce((a, b) -> b.start() > a.start() || b.start() == a.start() && b.end() < a.end() ? b : a);
        return last.map(nearest -> touching.stream().filter(mention -> mention.start() == nearest.start() && mention.end() == nearest.end()).toList()).orElse(List.of());
    }

    Place place(Mention mention) {
        TextRange named = range(mention.start(), mention.end());
        return new Place(file, named, named, mention.written(), mention.role());
    }

    public TextRange range(int start, int end) {
        return TextRange.of(lines, start, end);
    }
}
