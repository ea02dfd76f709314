package org.poshremote.cli.demo;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import org.poshremote.cli.CommandFailure;
import org.poshremote.cli.ExitCodes;
import org.poshremote.cli.Surroundings;
import org.poshremote.core.target.Target;
import org.poshremote.core.target.TargetKind;
import org.poshremote.core.target.TrustChoice;
import org.poshremote.demo.DemoNode;
import org.poshremote.demo.DemoNodeSettings;
import org.poshremote.demo.NodeFlaws;
import org.poshremote.demo.personality.Personality;

/** Demo nodes in this process. */
public final class DemoNodes {
    public static final String NAME = "demo";
    public static final String PERSONALITY = "windows-server-2022";

    private DemoNodes() {
    }

    /** Whether a target's name stands for a demo node: "demo" or "demo:personality". */
    public static boolean isDemo(String name) {
        return name.equals(NAME) || name.startsWith(NAME + ":");
    }

    /** @param name "demo" or "demo:personality" */
    public static DemoNode start(String name, Surroundings surroundings) throws CommandFailure {
        Personality personality = personality(name.equals(NAME) ? PERSONALITY : name.substring(NAME.length() + 1));
        // its own account alone can sign in, and the traffic never leaves this machine
        return start(DemoNodeSettings.of(personality, surroundings.demoPrograms().apply(personality)).withAllowUnencrypted(true));
    }

    private static DemoNode start(DemoNodeSettings settings) throws CommandFailure {
        return start(settings, NodeFlaws.NONE);
    }

    static DemoNode start(DemoNodeSettings settings, NodeFlaws flaws) throws CommandFailure {
        try {
            return DemoNode.start(settings, flaws);
        } catch (IOException e) {
            throw new CommandFailure(ExitCodes.UNAVAILABLE, "the demo node cannot be started: " + e.getMessage(), e);
        }
    }

    static Personality personality(String name) throws CommandFailure {
        try {
            return Personality.named(name);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitCodes.USAGE, e.getMessage(), e);
        }
    }

    /** @param https over TLS, with the node's own certificate pinned */
    public static Target target(DemoNode node, String name, boolean https) {
        Target.Builder target = Target.at(node.host()).name(name).user(node.user()).kind(kind(node.personality()));
        return https
            ? target.https(true).port(node.httpsPort()).trust(new TrustChoice.Pinned(sha256(node.certificate()))).build()
            : target.port(node.port()).build();
    }

    /** As a person would set it up: a Nano Server of the technical preview has to be named as one. */
    static TargetKind kind(Personality personality) {
        return personality.document().path("machine").path("fewSwitches").asBoolean() ? TargetKind.NANO_TP3 : TargetKind.WINDOWS;
    }

    private static String sha256(X509Certificate certificate) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        } catch (NoSuchAlgorithmException | CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
