package org.poshremote.editor.lens;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.codemining.AbstractCodeMiningProvider;
import org.eclipse.jface.text.codemining.ICodeMining;
import org.eclipse.jface.text.codemining.LineHeaderCodeMining;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.CodeLensParams;
import org.poshremote.editor.document.OpenScript;
import org.poshremote.editor.document.OpenScripts;
import org.poshremote.editor.server.ScriptServer;

/** What the server offers above lines, such as running a function. */
public final class ScriptLenses extends AbstractCodeMiningProvider {
    @Override
    public CompletableFuture<List<? extends ICodeMining>> provideCodeMinings(ITextViewer viewer, IProgressMonitor monitor) {
        Optional<OpenScript> script = OpenScripts.of(viewer.getDocument());
        if (script.isEmpty()) {
            return CompletableFuture.completedFuture(List.of());
        }
        return ScriptServer.get().askIf(capabilities -> capabilities.getCodeLensProvider() != null,
            server -> server.getTextDocumentService().codeLens(new CodeLensParams(script.get().id()))).thenApply(found -> found.map(lenses -> minings(lenses, script.get())).orElse(List.of()));
    }

    private List<? extends ICodeMining> minings(List<? extends CodeLens> lenses, OpenScript script) {
        List<ICodeMining> minings = new ArrayList<>();
        for (CodeLens lens : lenses) {
            if (lens.getCommand() != null && lens.getRange().getStart().getLine() < script.document().getNumberOfLines()) {
                try {
                    LineHeaderCodeMining mining = new LineHeaderCodeMining(lens.getRange().getStart().getLine(), script.document(), this,
                        event -> LensCommands.execute(script, lens)) {
                    };
                    mining.setLabel(LensCommands.label(script, lens));
                    minings.add(mining);
                } catch (BadLocationException e) {
                    return List.of(); // the document shrank meanwhile, and is asked about again
                }
            }
        }
        return minings;
    }
}
