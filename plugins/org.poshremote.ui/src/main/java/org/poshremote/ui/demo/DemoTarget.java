package org.poshremote.ui.demo;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchListener;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.poshremote.core.target.StoredTarget;
import org.poshremote.core.target.Target;
import org.poshremote.core.target.TargetFileException;
import org.poshremote.core.target.TrustChoice;
import org.poshremote.demo.DemoNode;
import org.poshremote.demo.DemoNodeSettings;
import org.poshremote.demo.personality.Personality;
import org.poshremote.ui.common.PoshRemotePlugin;
import org.poshremote.ui.common.Ui;
import org.poshremote.ui.secrets.Passwords;
import org.poshremote.ui.targets.Targets;
import org.poshremote.ui.targets.TargetsView;
import org.poshremote.wsman.Secret;

/**
 * The demo node in this workbench, and the target that leads to it. Both end with the workbench: the node's port and password
 * are new each time.
 */
public final class DemoTarget {
    /** Name of the target. */
    public static final String NAME = "demo";

    private static final String PERSONALITY = "windows-server-2022";

    private static Optional<DemoNode> running = Optional.empty();

    private DemoTarget() {
    }

    /** Starts the demo node, adds its target and shows it. In the UI thread; does not wait. */
    public static void startAndAdd() {
        Job.create(Messages.DemoTarget_job, monitor -> {
            try {
                Target target = start();
                Ui.later(() -> reveal(target));
                return Status.OK_STATUS;
            } catch (IOException | TargetFileException e) {
                return PoshRemotePlugin.error(NLS.bind(Messages.DemoTarget_failed, e.getMessage()), e);
            }
        }).schedule();
    }

    /** The target of the demo node, which is started where it does not run yet. Not in the UI thread. */
    public static synchronized Target start() throws IOException, TargetFileException {
        if (running.isEmpty()) {
            running = Optional.of(DemoNode.start(DemoNodeSettings.of(Personality.named(PERSONALITY))));
            PlatformUI.getWorkbench().addWorkbenchListener(new AtQuit());
        }
        DemoNode node = running.get();
        String name = name(node);
        Target target = Target.at(node.host()).name(name).https(true).port(node.httpsPort()).user(node.user())
                .trust(new TrustChoice.Pinned(fingerprint(node)))
                .notes(Messages.DemoTarget_notes).build();
        Optional<StoredTarget> before = Targets.get().find(name);
        if (before.isPresent()) {
            Targets.get().replace(before.get(), target);
        } else {
            Targets.get().add(Targets.get().userOrigin(), target);
        }
        try (Secret password = node.usePassword(Secret::of)) {
            Passwords.get().typed(target, password, false);
        }
        return target;
    }

    /** A target of that name that leads elsewhere is the person's own and stays. */
    private static String name(DemoNode node) {
        return Targets.get().find(NAME).filter(there -> !there.definition().host().equals(node.host())).isEmpty() ? NAME : NAME + " " + node.host();
    }

    private static String fingerprint(DemoNode node) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(node.certificate().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private static void reveal(Target target) {
        Ui.page().ifPresent(page -> {
            try {
                ((TargetsView) page.showView(TargetsView.ID)).reveal(target.name());
            } catch (PartInitException e) {
                PoshRemotePlugin.show(e.getStatus().getMessage(), e);
            }
        });
    }

    private static final class AtQuit implements IWorkbenchListener {
        @Override
        public boolean preShutdown(IWorkbench workbench, boolean forced) {
            return true;
        }

        @Override
        public void postShutdown(IWorkbench workbench) {
            try {
                stop();
            } catch (IOException | TargetFileException e) {
                PoshRemotePlugin.log(NLS.bind(Messages.DemoTarget_failed, e.getMessage()), e);
            }
        }
    }

    /** Ends the node and takes its target away. */
    static synchronized void stop() throws IOException, TargetFileException {
        if (running.isPresent()) {
            int port = running.get().httpsPort();
            String name = name(running.get());
            running.get().close();
            running = Optional.empty();
            Optional<StoredTarget> ours = Targets.get().find(name).filter(stored -> stored.definition().port() == port);
            if (ours.isPresent()) {
                Targets.get().remove(ours.get());
            }
        }
    }
}
