package org.poshremote.editor.templates;

import org.eclipse.jface.text.templates.GlobalTemplateVariables;
import org.eclipse.jface.text.templates.SimpleTemplateVariableResolver;
import org.eclipse.jface.text.templates.TemplateContextType;

/** What templates may say: the platform's variables, and those that the wizards fill in. */
public final class ScriptContext extends TemplateContextType {
    public ScriptContext() {
        addResolver(new GlobalTemplateVariables.Cursor());
        addResolver(new GlobalTemplateVariables.WordSelection());
        addResolver(new GlobalTemplateVariables.LineSelection());
        addResolver(new GlobalTemplateVariables.Dollar());
        addResolver(new GlobalTemplateVariables.Date());
        addResolver(new GlobalTemplateVariables.Year());
        addResolver(new GlobalTemplateVariables.User());
    }

    /** For whole files. */
    public static final class OfFile extends TemplateContextType {
        public OfFile() {
            addResolver(new GlobalTemplateVariables.Cursor());
            addResolver(new GlobalTemplateVariables.Dollar());
            addResolver(new GlobalTemplateVariables.Date());
            addResolver(new GlobalTemplateVariables.Year());
            addResolver(new GlobalTemplateVariables.User());
            addResolver(new FromWizard("name", Messages.ScriptContext_name));
            addResolver(new FromWizard("noun", Messages.ScriptContext_noun));
            addResolver(new FromWizard("guid", Messages.ScriptContext_guid));
            addResolver(new FromWizard("description", Messages.ScriptContext_description));
        }
    }

    private static final class FromWizard extends SimpleTemplateVariableResolver {
        FromWizard(String name, String description) {
            super(name, description);
        }

        @Override
        protected String resolve(org.eclipse.jface.text.templates.TemplateContext context) {
            String given = context.getVariable(getType());
            return given == null ? getType() : given;
        }
    }
}
