package org.poshremote.editor.hover;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IInformationControlCreator;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextHover;
import org.eclipse.jface.text.ITextHoverExtension;
import org.eclipse.jface.text.ITextHoverExtension2;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Region;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.poshremote.editor.common.EditorPlugin;
import org.poshremote.editor.common.Ui;
import org.poshremote.editor.document.OpenScript;
import org.poshremote.editor.document.OpenScripts;
import org.poshremote.editor.document.Positions;
import org.poshremote.editor.server.ScriptServer;
import org.poshremote.editor.text.Html;
import org.poshremote.editor.text.PopUps;

/** What the server knows of the name under the mouse. The platform asks on a thread of its own, which alone waits. */
public final class ScriptHover implements ITextHover, ITextHoverExtension, ITextHoverExtension2 {
    private static final long PATIENCE_SECONDS = 3;

    @Override
    public Object getHoverInfo2(ITextViewer viewer, IRegion region) {
        Optional<OpenScript> script = OpenScripts.of(viewer.getDocument());
        if (script.isEmpty() || Ui.here()) {
            return null;
        }
        try {
            HoverParams params = new HoverParams(script.get().id(), Positions.of(viewer.getDocument(), region.getOffset()));
            return ScriptServer.get().askIf(capabilities -> capabilities.getHoverProvider() != null, server -> server.getTextDocumentService().hover(params))
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS).map(ScriptHover::html).filter(html -> !html.isBlank()).map(Html::page).orElse(null);
        } catch (ExecutionException e) {
            EditorPlugin.log(String.valueOf(e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException | BadLocationException e) {
            return null; // nothing is shown this time
        }
        return null;
    }

    static String html(Hover hover) {
        if (hover.getContents().isRight()) {
            return Html.of(hover.getContents().getRight());
        }
        List<String> parts = hover.getContents().getLeft().stream()
            .map(part -> part.isLeft() ? "<p>" + Html.escape(part.getLeft()) + "</p>" : "<pre>" + Html.escape(part.getRight().getValue()) + "</pre>").toList();
        return parts.stream().collect(Collectors.joining());
    }

    @Override
    public String getHoverInfo(ITextViewer viewer, IRegion region) {
        return (String) getHoverInfo2(viewer, region);
    }

    @Override
    public IRegion getHoverRegion(ITextViewer viewer, int offset) {
        return Positions.name(viewer.getDocument(), offset).map(name -> new Region(offset, Math.max(0, Math.min(1, name.getLength())))).orElse(null);
    }

    @Override
    public IInformationControlCreator getHoverControlCreator() {
        return PopUps.CREATOR;
    }
}
