package org.poshremote.editor.problems;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.WorkspaceJob;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.MarkupContent;
import org.poshremote.editor.document.OpenScript;
import org.poshremote.editor.document.Positions;

/** What the server finds in one script: as markers of a file of the workspace, else as annotations of the text. */
public final class ProblemMarkers implements OpenScript.Listener {
    /** Type of the markers. */
    public static final String TYPE = "org.poshremote.editor.problem";
    /** Name of the rule or of PowerShell's parser error, as the server gives it. */
    public static final String CODE = "code";

    private static final String ERROR = "org.eclipse.ui.workbench.texteditor.error";
    private static final String WARNING = "org.eclipse.ui.workbench.texteditor.warning";
    private static final String INFO = "org.eclipse.ui.workbench.texteditor.info";

    private final OpenScript script;
    private final List<Annotation> annotations = new ArrayList<>();
    private final Fixes fixes;

    public ProblemMarkers(OpenScript script) {
        this.script = script;
        fixes = new Fixes(script);
    }

    /** What can be done about the problems of a script. */
    static Optional<Fixes> fixes(OpenScript script) {
        return script.listeners().stream().filter(ProblemMarkers.class::isInstance).map(listener -> ((ProblemMarkers) listener).fixes).findFirst();
    }

    @Override
    public void problems(PublishDiagnosticsParams problems) {
        fixes.problems(problems);
        if (script.file().isPresent()) {
            List<Map<String, Object>> wanted = problems.getDiagnostics().stream().map(this::attributes).toList();
            new Writing(script.file().get(), wanted).schedule();
        } else {
            annotate(problems.getDiagnostics());
        }
    }

    private Map<String, Object> attributes(Diagnostic problem) {
        IRegion region = region(problem);
        Map<String, Object> attributes = new HashMap<>();
        attributes.put(IMarker.MESSAGE, message(problem));
        attributes.put(IMarker.SEVERITY, severity(problem));
        attributes.put(IMarker.CHAR_START, region.getOffset());
        attributes.put(IMarker.CHAR_END, region.getOffset() + region.getLength());
        attributes.put(IMarker.LINE_NUMBER, problem.getRange().getStart().getLine() + 1);
        attributes.put(CODE, code(problem));
        return attributes;
    }

    /** A squiggle under nothing cannot be seen: at least one character. */
    private IRegion region(Diagnostic problem) {
        IRegion region = Positions.region(script.document(), problem.getRange());
        int length = script.document().getLength();
        return region.getLength() > 0 || length == 0 ? region
            : new org.eclipse.jface.text.Region(Math.min(region.getOffset(), length - 1), 1);
    }

    static String message(Diagnostic problem) {
        Either<String, MarkupContent> message = problem.getMessage();
        return message.isLeft() ? message.getLeft() : message.getRight().getValue();
    }

    static String code(Diagnostic problem) {
        return problem.getCode() == null ? "" : problem.getCode().isLeft() ? problem.getCode().getLeft() : String.valueOf(problem.getCode().getRight());
    }

    private static int severity(Diagnostic problem) {
        return switch (problem.getSeverity() == null ? DiagnosticSeverity.Error : problem.getSeverity()) {
            case Error -> IMarker.SEVERITY_ERROR;
            case Warning -> IMarker.SEVERITY_WARNING;
            case Information, Hint -> IMarker.SEVERITY_INFO;
        };
    }

    private void annotate(List<Diagnostic> problems) {
        ITextFileBuffer buffer = FileBuffers.getTextFileBufferManager().getTextFileBuffer(script.document());
        IAnnotationModel model = buffer == null ? null : buffer.getAnnotationModel();
        if (model == null) {
            return;
        }
        annotations.forEach(model::removeAnnotation);
        annotations.clear();
        for (Diagnostic problem : problems) {
            String type = switch (severity(problem)) {
                case IMarker.SEVERITY_ERROR -> ERROR;
                case IMarker.SEVERITY_WARNING -> WARNING;
                default -> INFO;
            };
            Annotation annotation = new Annotation(type, false, message(problem));
            IRegion region = region(problem);
            model.addAnnotation(annotation, new Position(region.getOffset(), region.getLength()));
            annotations.add(annotation);
        }
    }

    /** Markers change in the background, one file's after the other. */
    private static final class Writing extends WorkspaceJob {
        private final IFile file;
        private final List<Map<String, Object>> wanted;

        Writing(IFile file, List<Map<String, Object>> wanted) {
            super(Messages.ProblemMarkers_writing);
            this.file = file;
            this.wanted = wanted;
            setSystem(true);
            // the factory has no rule for markers, and without one the order would not hold
            setRule(file);
        }

        @Override
        public IStatus runInWorkspace(IProgressMonitor monitor) throws CoreException {
            if (!file.exists()) {
                return Status.OK_STATUS;
            }
            List<Map<String, Object>> missing = new ArrayList<>(wanted);
            for (IMarker marker : file.findMarkers(TYPE, true, IResource.DEPTH_ZERO)) {
                Map<String, Object> is = marker.getAttributes();
                if (is == null || !missing.remove(is)) {
                    marker.delete();
                }
            }
            for (Map<String, Object> attributes : missing) {
                file.createMarker(TYPE, attributes);
            }
            return Status.OK_STATUS;
        }
    }
}
