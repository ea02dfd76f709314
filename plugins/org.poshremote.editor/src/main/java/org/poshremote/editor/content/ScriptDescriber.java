package org.poshremote.editor.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import org.eclipse.core.runtime.QualifiedName;
import org.eclipse.core.runtime.content.IContentDescription;
import org.eclipse.core.runtime.content.ITextContentDescriber;

/** Finds out how a script is encoded, so that it is shown as PowerShell reads it and saved as it was. Thread-safe. */
public final class ScriptDescriber implements ITextContentDescriber {
    private static final QualifiedName[] OPTIONS = {IContentDescription.CHARSET, IContentDescription.BYTE_ORDER_MARK};

    @Override
    public int describe(InputStream contents, IContentDescription description) throws IOException {
        if (description != null && (description.isRequested(IContentDescription.CHARSET) || description.isRequested(IContentDescription.BYTE_ORDER_MARK))) {
            ScriptEncoding found = ScriptEncoding.of(contents.readNBytes(ScriptEncoding.ENOUGH));
            // plain ASCII says nothing, so that the project or folder can
            if (found.told()) {
                description.setProperty(IContentDescription.CHARSET, found.charset());
            }
            found.mark().ifPresent(mark -> description.setProperty(IContentDescription.BYTE_ORDER_MARK, mark));
        }
        return INDETERMINATE;
    }

    @Override
    public int describe(Reader contents, IContentDescription description) {
        return INDETERMINATE;
    }

    @Override
    public QualifiedName[] getSupportedOptions() {
        return OPTIONS.clone();
    }
}
