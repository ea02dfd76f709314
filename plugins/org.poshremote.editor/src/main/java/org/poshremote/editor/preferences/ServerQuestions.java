package org.poshremote.editor.preferences;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.poshremote.editor.common.Ui;
import org.poshremote.editor.server.ScriptServer;

/** What preference pages ask of an embedded server of their own, whichever one the editors have. */
final class ServerQuestions {
    private static final String RULES = "poshremote.rules";

    private ServerQuestions() {
    }

    /** Later, in the UI thread; none where the server did not answer. */
    static void rules(Consumer<List<KnownRule>> then) {
        ScriptServer server = ScriptServer.ofItsOwn();
        CompletableFuture<Optional<Object>> answer = server.ask(asked -> asked.getWorkspaceService().executeCommand(new ExecuteCommandParams(RULES, List.of())));
        answer.whenComplete((found, problem) -> {
            List<KnownRule> rules = problem == null ? found.map(ServerQuestions::rules).orElse(List.of()) : List.of();
            server.stop();
            Ui.later(() -> then.accept(rules));
        });
    }

    private static List<KnownRule> rules(Object answer) {
        List<KnownRule> rules = new ArrayList<>();
        if (new Gson().toJsonTree(answer) instanceof JsonArray array) {
            for (JsonElement element : array) {
                JsonObject rule = element.getAsJsonObject();
                rules.add(new KnownRule(rule.get("name").getAsString(), rule.get("severity").getAsString(), rule.get("byDefault").getAsBoolean(), rule.get("about").getAsString().replaceAll("[`*]", "")));
            }
        }
        rules.sort(Comparator.comparing(KnownRule::name, String.CASE_INSENSITIVE_ORDER));
        return rules;
    }
}
