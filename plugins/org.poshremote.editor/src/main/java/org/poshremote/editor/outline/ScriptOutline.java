package org.poshremote.editor.outline;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.views.contentoutline.ContentOutlinePage;
import org.eclipse.jface.viewers.IPostSelectionProvider;
import org.poshremote.editor.document.OpenScript;
import org.poshremote.editor.document.Positions;
import org.poshremote.editor.server.ScriptServer;

/** The outline of a script; follows the caret, and the caret follows it. */
final class ScriptOutline extends ContentOutlinePage implements OpenScript.Listener {
    /** One symbol; known again in the next answer by where it stands in the tree. */
    private record Item(String path, DocumentSymbol symbol, List<Item> children) {
        static List<Item> of(String parent, List<DocumentSymbol> symbols) {
            return symbols == null ? List.of() : symbols.stream().map(symbol -> {
                String path = parent + '/' + symbol.getKind() + ' ' + symbol.getName();
                return new Item(path, symbol, of(path, symbol.getChildren()));
            }).toList();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Item item && item.path.equals(path);
        }

        @Override
        public int hashCode() {
            return path.hashCode();
        }
    }

    private final ITextEditor editor;
    private final OpenScript script;
    private List<Item> items = List.of();
    private boolean following;
    private final ISelectionChangedListener caret = event -> follow();

    ScriptOutline(ITextEditor editor, OpenScript script) {
        this.editor = editor;
        this.script = script;
    }

    @Override
    public void createControl(Composite parent) {
        super.createControl(parent);
        TreeViewer tree = getTreeViewer();
        tree.setUseHashlookup(true);
        tree.setContentProvider(new Content());
        tree.setLabelProvider(new LabelProvider() {
            @Override
            public String getText(Object element) {
                DocumentSymbol symbol = ((Item) element).symbol();
                return symbol.getDetail() == null || symbol.getDetail().isBlank() ? symbol.getName() : symbol.getName() + " : " + symbol.getDetail();
            }

            @Override
            public Image getImage(Object element) {
                return SymbolImages.of(((Item) element).symbol().getKind());
            }
        });
        tree.setAutoExpandLevel(2);
        tree.setInput(this);
        script.addListener(this);
        if (editor.getSelectionProvider() instanceof IPostSelectionProvider provider) {
            provider.addPostSelectionChangedListener(caret);
        }
        settled();
    }

    @Override
    public void dispose() {
        script.removeListener(this);
        if (editor.getSelectionProvider() instanceof IPostSelectionProvider provider) {
            provider.removePostSelectionChangedListener(caret);
        }
        super.dispose();
    }

    @Override
    public void settled() {
        script.whenAnswered(ScriptServer.get().askIf(capabilities -> capabilities.getDocumentSymbolProvider() != null,
            server -> server.getTextDocumentService().documentSymbol(new DocumentSymbolParams(script.id()))), symbols -> {
                if (getControl() != null && !getControl().isDisposed()) {
                    items = Item.of("", symbols.stream().filter(symbol -> symbol.isRight()).map(symbol -> symbol.getRight()).filter(Objects::nonNull).toList());
                    getTreeViewer().refresh();
                    getTreeViewer().expandToLevel(2);
                    follow();
                }
            });
    }

    private void follow() {
        if (getControl() == null || getControl().isDisposed() || !(editor.getSelectionProvider().getSelection() instanceof ITextSelection selection)) {
            return;
        }
        find(items, selection.getOffset()).ifPresent(item -> {
            following = true;
            getTreeViewer().setSelection(new StructuredSelection(item), true);
            following = false;
        });
    }

    private Optional<Item> find(List<Item> among, int offset) {
        return among.stream().filter(item -> contains(item.symbol().getRange(), offset)).findFirst()
            .map(item -> find(item.children(), offset).orElse(item));
    }

    private boolean contains(Range range, int offset) {
        IRegion region = Positions.region(script.document(), range);
        return offset >= region.getOffset() && offset <= region.getOffset() + region.getLength();
    }

    @Override
    public void selectionChanged(SelectionChangedEvent event) {
        super.selectionChanged(event);
        if (!following && event.getStructuredSelection().getFirstElement() instanceof Item item) {
            IRegion name = Positions.region(script.document(), item.symbol().getSelectionRange());
            editor.selectAndReveal(name.getOffset(), name.getLength());
        }
    }

    private final class Content implements ITreeContentProvider {
        @Override
        public Object[] getElements(Object input) {
            return items.toArray();
        }

        @Override
        public Object[] getChildren(Object parent) {
            return ((Item) parent).children().toArray();
        }

        @Override
        public Object getParent(Object element) {
            return parent(items, (Item) element).orElse(null);
        }

        private Optional<Item> parent(List<Item> among, Item child) {
            for (Item item : among) {
                if (item.children().contains(child)) {
                    return Optional.of(item);
                }
                Optional<Item> below = parent(item.children(), child);
                if (below.isPresent()) {
                    return below;
                }
            }
            return Optional.empty();
        }

        @Override
        public boolean hasChildren(Object element) {
            return !((Item) element).children().isEmpty();
        }
    }
}
