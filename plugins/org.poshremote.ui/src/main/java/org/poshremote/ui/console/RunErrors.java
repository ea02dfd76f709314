package org.poshremote.ui.console;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.resources.WorkspaceJob;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.Document;
import org.eclipse.jface.text.IRegion;
import org.eclipse.osgi.util.NLS;
import org.poshremote.core.run.Position;
import org.poshremote.core.run.RunEvent;
import org.poshremote.ui.common.PoshRemotePlugin;

/**
 * Errors of one run as problems of its script, until the script is edited or run again. Thread-safe; markers are written by jobs,
 * one file's after the other.
 */
public final class RunErrors {
    /** Type of the markers. */
    public static final String TYPE = "org.poshremote.ui.runError";
    private static final int MOST = 100;
    private static final int LONGEST_MESSAGE = 500;

    private static final Set<IFile> MARKED = ConcurrentHashMap.newKeySet();

    private final Optional<IFile> script;
    private final String target;
    private final AtomicInteger count = new AtomicInteger();

    static {
        FileBuffers.getTextFileBufferManager().addFileBufferListener(new WhenEdited(RunErrors::forget));
        ResourcesPlugin.getWorkspace().addResourceChangeListener(RunErrors::changed, IResourceChangeEvent.POST_CHANGE);
    }

    private RunErrors(Optional<IFile> script, String target) {
        this.script = script;
        this.target = target;
    }

    /** For a run that begins: those of the run before are forgotten. */
    public static RunErrors of(ILaunchConfiguration configuration, String target) {
        RunErrors errors = new RunErrors(ScriptLinks.script(configuration), target);
        errors.script.ifPresent(RunErrors::forget);
        return errors;
    }

    /** One without a position in the script is told in the console alone. */
    public void report(RunEvent.ErrorRecord error) {
        if (script.isPresent() && error.position().filter(position -> position.file().isEmpty()).isPresent() && count.incrementAndGet() <= MOST) {
            MARKED.add(script.get());
            String message = NLS.bind(Messages.RunErrors_message, target, message(error.text()));
            job(script.get(), monitor -> mark(script.get(), message, error.position().get())).schedule();
        }
    }

    /** What PowerShell says before it says where. */
    static String message(String text) {
        String said = text.lines().takeWhile(line -> !ScriptLinks.POSITION.matcher(line).find()).map(String::strip).filter(line -> !line.isEmpty())
                .collect(Collectors.joining(" "));
        String whole = said.isEmpty() ? text.strip().lines().findFirst().orElse("") : said;
        return whole.length() > LONGEST_MESSAGE ? whole.substring(0, LONGEST_MESSAGE) + "\u2026" : whole;
    }

    private static void mark(IFile script, String message, Position position) throws CoreException {
        Map<String, Object> attributes = new HashMap<>(Map.of(IMarker.MESSAGE, message, IMarker.SEVERITY, IMarker.SEVERITY_ERROR,
                IMarker.LINE_NUMBER, position.line()));
        try {
            Document document = new Document(text(script));
            IRegion line = document.getLineInformation(position.line() - 1);
            int inLine = Math.min(Math.max(position.column() - 1, 0), line.getLength());
            attributes.put(IMarker.CHAR_START, line.getOffset() + inLine);
            attributes.put(IMarker.CHAR_END, line.getOffset() + Math.max(line.getLength(), 1));
        } catch (BadLocationException e) { // it has been shortened since: it is said beside the line alone
            attributes.remove(IMarker.CHAR_START);
        }
        script.createMarker(TYPE, attributes);
    }

    private static String text(IFile script) throws CoreException {
        try (InputStream in = script.getContents(true)) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            in.transferTo(bytes);
            String text = bytes.toString(Charset.forName(script.getCharset()));
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (IOException e) {
            throw new CoreException(PoshRemotePlugin.error(e.getMessage(), e));
        }
    }

    private static void changed(IResourceChangeEvent event) {
        IResourceDelta all = event.getDelta();
        if (all != null && !MARKED.isEmpty()) {
            for (IFile file : Set.copyOf(MARKED)) {
                IResourceDelta delta = all.findMember(file.getFullPath());
                if (delta != null && (delta.getKind() == IResourceDelta.REMOVED || (delta.getFlags() & IResourceDelta.CONTENT) != 0)) {
                    forget(file);
                }
            }
        }
    }

    private static void forget(IFile file) {
        if (MARKED.remove(file)) {
            job(file, monitor -> file.deleteMarkers(TYPE, true, IResource.DEPTH_ZERO)).schedule();
        }
    }

    private static WorkspaceJob job(IFile file, ICoreRunnable work) {
        WorkspaceJob job = new WorkspaceJob(Messages.RunErrors_job) {
            @Override
            public IStatus runInWorkspace(IProgressMonitor monitor) throws CoreException {
                if (file.exists()) {
                    work.run(monitor);
                }
                return Status.OK_STATUS;
            }
        };
        job.setSystem(true);
        // the factory has no rule for markers, and without one the order would not hold
        job.setRule(file);
        return job;
    }
}
