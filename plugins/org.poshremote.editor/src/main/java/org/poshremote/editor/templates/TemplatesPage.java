package org.poshremote.editor.templates;

import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.texteditor.templates.TemplatePreferencePage;
import org.poshremote.editor.common.EditorPlugin;

/** The preference page of the templates. */
public final class TemplatesPage extends TemplatePreferencePage {
    @Override
    public void init(IWorkbench workbench) {
        setPreferenceStore(EditorPlugin.get().getPreferenceStore());
        setTemplateStore(ScriptTemplates.get().store());
        setContextTypeRegistry(ScriptTemplates.get().types());
    }

    @Override
    protected boolean isShowFormatterSetting() {
        return false;
    }
}
