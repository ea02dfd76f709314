package org.poshremote.editor.common;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.Platform;
import org.eclipse.help.HelpSystem;
import org.eclipse.help.IContext;
import org.eclipse.help.IHelpResource;
import org.junit.jupiter.api.Test;

/** F1 leads somewhere. */
class EditorHelpTest {
    @Test
    void everyContextSaysSomethingAndItsPageExists() throws IllegalAccessException {
        int seen = 0;
        for (Field field : Help.class.getDeclaredFields()) {
            if (field.getType() == String.class && Modifier.isPublic(field.getModifiers())) {
                IContext context = HelpSystem.getContext((String) field.get(null));
                assertNotNull(context, field.getName());
                assertFalse(context.getText().isBlank());
                assertTrue(context.getRelatedTopics().length > 0, field.getName());
                for (IHelpResource topic : context.getRelatedTopics()) {
                    String[] parts = topic.getHref().replaceFirst("#.*", "").split("/", 3);
                    assertNotNull(FileLocator.find(Platform.getBundle(parts[1]), IPath.fromPortableString(parts[2]), null), topic.getHref());
                }
                seen++;
            }
        }
        assertTrue(seen >= 6, "contexts looked at: " + seen);
    }
}
