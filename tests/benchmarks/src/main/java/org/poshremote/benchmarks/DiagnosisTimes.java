package org.poshremote.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.poshremote.core.diagnose.Diagnoser;
import org.poshremote.core.diagnose.Diagnosis;
import org.poshremote.core.diagnose.DiagnosisListener;
import org.poshremote.core.diagnose.DiagnosisSettings;
import org.poshremote.core.diagnose.StepResult;
import org.poshremote.core.target.Target;
import org.poshremote.demo.DemoNode;
import org.poshremote.demo.DemoNodeSettings;
import org.poshremote.demo.personality.Personality;

/** Prints how long a diagnosis takes: of a healthy node, cold and warm, and of a host that answers nothing. */
public final class DiagnosisTimes {
    private static final int QUEUE = 20;

    private DiagnosisTimes() {
    }

    public static void main(String[] arguments) throws IOException {
        try (DemoNode node = DemoNode.start(DemoNodeSettings.of(Personality.named("windows-server-2022")))) {
            Target target = Target.at(node.host()).port(node.port()).user(node.user()).build();
            print("healthy node, first", run(target, node));
            print("healthy node, again", run(target, node));
        }
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            List<Socket> waiting = fill(full);
            print("host that drops all, one time-out of " + DiagnosisSettings.DEFAULTS.connect().toMillis() + " ms",
                new Diagnoser(Target.at("127.0.0.1").port(full.getLocalPort()).build(), asked -> Optional.empty(), DiagnosisSettings.DEFAULTS,
                    DiagnosisListener.NONE).run());
            for (Socket socket : waiting) {
                socket.close();
            }
        }
    }

    private static Diagnosis run(Target target, DemoNode node) {
        return new Diagnoser(target, asked -> Optional.of(node.password()), DiagnosisSettings.DEFAULTS, DiagnosisListener.NONE).run();
    }

    /** So many connections wait that the system drops further ones. */
    private static List<Socket> fill(ServerSocket full) throws IOException {
        List<Socket> waiting = new ArrayList<>();
        for (int i = 0; i < QUEUE; i++) {
            Socket socket = new Socket();
            waiting.add(socket);
            try {
                socket.connect(new InetSocketAddress("127.0.0.1", full.getLocalPort()), 300);
            } catch (IOException e) {
                return waiting;
            }
        }
        return waiting;
    }

    private static void print(String what, Diagnosis diagnosis) {
        System.out.printf(Locale.ROOT, "%-52s %6d ms  %s%n", what, diagnosis.took().toMillis(), diagnosis.outcome());
        diagnosis.steps().stream().filter(step -> step.cost().toMillis() >= 20)
            .map(StepResult::title).forEach(title -> System.out.println("    20 ms or more: " + title));
    }
}
