package org.poshremote.editor.outline;

import java.util.Locale;
import org.eclipse.jface.resource.ImageRegistry;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.SymbolKind;
import org.eclipse.swt.graphics.Image;
import org.poshremote.editor.common.EditorPlugin;

/** Pictures of what names stand for. Shared; never to be disposed of. In the UI thread. */
public final class SymbolImages {
    private enum Picture { FUNCTION, VARIABLE, TYPE, MEMBER, KEYWORD, PARAMETER, SNIPPET, FILE }

    private SymbolImages() {
    }

    public static Image of(CompletionItemKind kind) {
        return image(kind == null ? Picture.KEYWORD : switch (kind) {
            case Function, Constructor -> Picture.FUNCTION;
            case Variable, Constant, Value -> Picture.VARIABLE;
            case Class, Interface, Struct, Enum, Module, TypeParameter -> Picture.TYPE;
            case Method, Property, Field, EnumMember, Event -> Picture.MEMBER;
            case Snippet -> Picture.SNIPPET;
            case File, Folder, Reference -> Picture.FILE;
            default -> Picture.KEYWORD;
        });
    }

    public static Image snippet() {
        return image(Picture.SNIPPET);
    }

    static Image of(SymbolKind kind) {
        return image(switch (kind) {
            case Function, Constructor -> Picture.FUNCTION;
            case Variable, Constant -> Picture.PARAMETER;
            case Class, Interface, Struct, Enum, Module, Namespace -> Picture.TYPE;
            case Method, Property, Field, EnumMember, Event -> Picture.MEMBER;
            case File -> Picture.FILE;
            default -> Picture.KEYWORD;
        });
    }

    private static Image image(Picture picture) {
        String file = "icons/symbol-" + picture.name().toLowerCase(Locale.ROOT) + ".svg";
        ImageRegistry registry = EditorPlugin.get().getImageRegistry();
        if (registry.getDescriptor(file) == null) {
            registry.put(file, ResourceLocator.imageDescriptorFromBundle(EditorPlugin.ID, file).orElseThrow(() -> new IllegalStateException(file + " is not in the bundle")));
        }
        return registry.get(file);
    }
}
