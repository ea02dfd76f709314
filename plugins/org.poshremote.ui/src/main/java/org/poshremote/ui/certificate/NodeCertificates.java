package org.poshremote.ui.certificate;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Shell;
import org.poshremote.core.certificate.NodeCertificate;
import org.poshremote.core.connection.NodeFaults;
import org.poshremote.core.target.StoredTarget;
import org.poshremote.core.target.Target;
import org.poshremote.core.target.TargetFileException;
import org.poshremote.core.target.TrustChoice;
import org.poshremote.ui.common.Ui;
import org.poshremote.ui.path.EclipsePath;
import org.poshremote.ui.targets.Targets;
import org.poshremote.wsman.TransportException;

/** Looks at the certificate of a node in a job and shows it. Nobody signs in. */
public final class NodeCertificates {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private NodeCertificates() {
    }

    /**
     * Shows it; where the person pins it, the saved target of this name takes it from then on.
     *
     * @param changed told of the target with its new trust, in the UI thread
     */
    public static void show(Target target, Consumer<Target> changed) {
        look(target, Ui.shell(), found -> pin(target, found.pin()).ifPresent(changed));
    }

    /** The same for a target that is still being put together. In the UI thread. @param pinned told of what the person has pinned */
    public static void look(Target target, Shell parent, Consumer<NodeCertificate> pinned) {
        if (!target.https()) {
            MessageDialog.openInformation(parent, Messages.Dialog_title, NLS.bind(Messages.Job_plain, target.name()));
            return;
        }
        new Look(target, parent, pinned).schedule();
    }

    private static Optional<Target> pin(Target target, TrustChoice trust) {
        Optional<StoredTarget> stored = Targets.get().find(target.name());
        if (stored.isEmpty()) {
            MessageDialog.openError(Ui.shell(), Messages.Pin_title, NLS.bind(Messages.Pin_gone, target.name()));
            return Optional.empty();
        }
        try {
            Target changed = stored.get().definition().toBuilder().trust(trust).build();
            Targets.get().replace(stored.get(), changed);
            return Optional.of(changed.user().isEmpty() ? changed.toBuilder().user(target.user()).build() : changed);
        } catch (TargetFileException e) {
            MessageDialog.openError(Ui.shell(), Messages.Pin_title, e.getMessage());
            return Optional.empty();
        }
    }

    private static final class Look extends Job {
        private final Target target;
        private final Shell parent;
        private final Consumer<NodeCertificate> pinned;

        Look(Target target, Shell parent, Consumer<NodeCertificate> pinned) {
            super(NLS.bind(Messages.Job_name, target.name()));
            this.target = target;
            this.parent = parent;
            this.pinned = pinned;
            setUser(true);
        }

        @Override
        protected IStatus run(IProgressMonitor monitor) {
            try {
                NodeCertificate found = NodeCertificate.look(target, PATIENCE, EclipsePath.context());
                if (!monitor.isCanceled()) {
                    Ui.later(() -> open(found));
                }
            } catch (TransportException e) {
                String words = e.getMessage() + NodeFaults.remedy(e).map(remedy -> " " + remedy).orElse("");
                failed(monitor, words);
            } catch (IllegalArgumentException e) { // the way that the target names cannot be taken, in a sentence
                failed(monitor, e.getMessage());
            }
            return monitor.isCanceled() ? Status.CANCEL_STATUS : Status.OK_STATUS;
        }

        private void failed(IProgressMonitor monitor, String words) {
            if (!monitor.isCanceled()) {
                Ui.later(() -> MessageDialog.openError(shell(), Messages.Dialog_title, NLS.bind(Messages.Job_failed, target.name(), words)));
            }
        }

        private Shell shell() {
            return parent.isDisposed() ? Ui.shell() : parent;
        }

        private void open(NodeCertificate found) {
            if (new CertificateDialog(shell(), found).open() == Window.OK) {
                pinned.accept(found);
            }
        }

        @Override
        public boolean belongsTo(Object family) {
            return family == NodeCertificates.class;
        }
    }
}
