package org.poshremote.editor.templates;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.Document;
import org.eclipse.jface.text.templates.DocumentTemplateContext;
import org.eclipse.jface.text.templates.Template;
import org.eclipse.jface.text.templates.TemplateException;
import org.eclipse.jface.text.templates.persistence.TemplateStore;
import org.eclipse.ui.editors.text.templates.ContributionContextTypeRegistry;
import org.eclipse.ui.editors.text.templates.ContributionTemplateStore;
import org.poshremote.editor.common.EditorPlugin;

/** The templates of PowerShell: those that come with the editor, and what the person made of them. In the UI thread. */
public final class ScriptTemplates {
    /** Parts of scripts. */
    public static final String SCRIPT = "org.poshremote.editor.script";
    /** Whole scripts; {@code ${name}} is the name of the file without its extension. */
    public static final String NEW_SCRIPT = "org.poshremote.editor.newScript";
    public static final String NEW_MODULE = "org.poshremote.editor.newModule";
    public static final String NEW_MANIFEST = "org.poshremote.editor.newManifest";

    private static final String PREFERENCE = "templates";

    private static Optional<ScriptTemplates> shared = Optional.empty();

    private final ContributionContextTypeRegistry types = new ContributionContextTypeRegistry();
    private final TemplateStore store;

    private ScriptTemplates() {
        List.of(SCRIPT, NEW_SCRIPT, NEW_MODULE, NEW_MANIFEST).forEach(types::addContextType);
        store = new ContributionTemplateStore(types, EditorPlugin.get().getPreferenceStore(), PREFERENCE);
        try {
            store.load();
        } catch (IOException e) {
            EditorPlugin.log(String.valueOf(e.getMessage()), e);
        }
        store.startListeningForPreferenceChanges();
    }

    public static ScriptTemplates get() {
        if (shared.isEmpty()) {
            shared = Optional.of(new ScriptTemplates());
        }
        return shared.get();
    }

    public ContributionContextTypeRegistry types() {
        return types;
    }

    public TemplateStore store() {
        return store;
    }

    public List<Template> of(String type) {
        return Arrays.asList(store.getTemplates(type));
    }

    /** The text of a new file; lines end as on this machine. */
    public String text(Template template, Map<String, String> variables) {
        Document document = new Document();
        DocumentTemplateContext context = new DocumentTemplateContext(types.getContextType(template.getContextTypeId()), document, 0, 0);
        variables.forEach(context::setVariable);
        try {
            return context.evaluate(template).getString().replace("\r\n", "\n").replace("\n", System.lineSeparator());
        } catch (BadLocationException | TemplateException e) { // one that the person broke by hand
            EditorPlugin.log(template.getName(), e);
            return template.getPattern();
        }
    }
}
