package org.poshremote.editor.format;

import java.util.Arrays;
import java.util.Optional;
import org.eclipse.core.resources.IResource;
import org.eclipse.ui.texteditor.ITextEditor;
import org.poshremote.editor.common.Ui;
import org.poshremote.editor.document.OpenScript;
import org.poshremote.editor.document.OpenScripts;
import org.poshremote.editor.preferences.EditorPreferences;

/**
 * Formats a script that was saved, and saves it once more where that changed something. After the saving and not before, since
 * the UI thread does not wait for the server.
 */
public final class FormatOnSave implements OpenScript.Listener {
    /** Preference: on or off. */
    public static final String PREFERENCE = "formatOnSave";

    private final OpenScript script;

    public FormatOnSave(OpenScript script) {
        this.script = script;
    }

    @Override
    public void saved() {
        if (EditorPreferences.formatsOnSave(script.file().map(IResource::getProject))) {
            Formatting.format(script, Optional.empty(), changed -> {
                if (changed) {
                    editor(script).ifPresent(editor -> editor.doSave(null));
                }
            });
        }
    }

    private static Optional<ITextEditor> editor(OpenScript script) {
        return Ui.page().stream().flatMap(page -> Arrays.stream(page.getEditorReferences())).map(reference -> reference.getEditor(false))
            .filter(ITextEditor.class::isInstance).map(ITextEditor.class::cast).filter(editor -> OpenScripts.in(editor).filter(script::equals).isPresent()).findFirst();
    }
}
