package org.poshremote.ui.certificate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.eclipse.swt.widgets.Shell;
import org.poshremote.core.certificate.NodeCertificate;
import org.poshremote.core.target.Target;
import org.poshremote.demo.DemoNode;
import org.poshremote.demo.DemoNodeSettings;
import org.poshremote.demo.NamedFault;
import org.poshremote.demo.NodeFlaws;
import org.poshremote.demo.personality.Personality;
import org.poshremote.ui.testing.Picture;
import org.poshremote.wsman.TransportException;

/** Nodes with certificates that are not trusted. */
public final class CertificateFixture {
    private CertificateFixture() {
    }

    static DemoNode node(NodeFlaws flaws) throws IOException {
        return DemoNode.start(DemoNodeSettings.of(Personality.named("windows-server-2022")), flaws);
    }

    /** A picture of the dialog for a node whose authority is not known and no authority. */
    public static void picture(Shell parent, String name) {
        try (DemoNode node = node(NamedFault.named("certificate-issuer").flaws())) {
            Target target = Target.at("localhost").name("web01").https(true).port(node.httpsPort()).user("LAB\\deploy").build();
            CertificateDialog dialog = new CertificateDialog(parent, NodeCertificate.look(target, Duration.ofSeconds(20)));
            dialog.setBlockOnOpen(false);
            dialog.open();
            Picture.of(dialog.getShell(), name);
            dialog.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (TransportException e) {
            throw new IllegalStateException(e);
        }
    }
}
