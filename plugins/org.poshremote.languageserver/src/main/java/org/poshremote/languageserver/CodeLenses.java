package org.poshremote.languageserver;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.Location;
import org.poshremote.language.navigation.Lenses;
import org.poshremote.language.navigation.Mention;
import org.poshremote.language.workspace.FunctionSymbol;
import org.poshremote.language.workspace.Locations;

/** Offers above lines: to run, which the client does, and how often something is mentioned, which is counted when it is shown. */
final class CodeLenses {
    /** The client runs the script; arguments: its URI. */
    static final String RUN = "poshremote.run";
    /** The client runs the function, as {@link FunctionCalls} says; arguments: URI and name. */
    static final String RUN_FUNCTION = "poshremote.runFunction";
    /** The client runs the script with the block, and Pester with it all of its tests; arguments: URI and title of the block. */
    static final String RUN_TESTS = "poshremote.runTests";
    /** Arguments: URI, line and character from 0; the server answers with locations. */
    static final String SHOW_REFERENCES = "poshremote.showReferences";

    private final ScriptWorkspace workspace;
    private volatile boolean run = true;
    private volatile boolean references = true;
    private volatile String target = "target";

    CodeLenses(ScriptWorkspace workspace) {
        this.workspace = workspace;
    }

    /**
     * From {@code poshremote.codeLens}, and the name in {@code poshremote.target}.
     *
     * @return whether lenses look otherwise now
     */
    boolean configure(Object settings) {
        List<Object> before = List.of(run, references, target);
        JsonObject own = settings instanceof JsonObject json ? json.get("poshremote") instanceof JsonObject section ? section : json : new JsonObject();
        JsonObject lens = own.get("codeLens") instanceof JsonObject section ? section : new JsonObject();
        run = !(lens.get("run") instanceof JsonPrimitive value) || value.getAsBoolean();
        references = !(lens.get("references") instanceof JsonPrimitive value) || value.getAsBoolean();
        target = own.get("target") instanceof JsonObject facts && facts.get("name") instanceof JsonPrimitive name ? name.getAsString() : "target";
        return !before.equals(List.of(run, references, target));
    }

    CompletableFuture<List<? extends CodeLens>> of(String document) {
        return workspace.askNow(document, List.of(), moment -> {
            List<CodeLens> lenses = new ArrayList<>();
            for (Lenses.Lens lens : Lenses.of(moment.view().model())) {
                CodeLens shown = new CodeLens(moment.document().range(lens.span()));
                switch (lens.kind()) {
                    case RUN_SCRIPT -> shown.setCommand(new Command("Run on " + target, RUN, List.of(document)));
                    case RUN_FUNCTION -> shown.setCommand(new Command("Run on " + target, RUN_FUNCTION, List.of(document, lens.name())));
                    case RUN_TESTS -> shown.setCommand(new Command("Run script on " + target, RUN_TESTS, List.of(document, lens.name())));
                    case FUNCTION_REFERENCES, TYPE_REFERENCES -> {
                        JsonObject data = new JsonObject();
                        data.addProperty("uri", document);
                        data.addProperty("name", lens.name());
                        data.addProperty("function", lens.kind() == Lenses.Lens.Kind.FUNCTION_REFERENCES);
                        shown.setData(data);
                    }
                }
                boolean runs = shown.getCommand() != null;
                if (runs ? run : references) {
                    lenses.add(shown);
                }
            }
            return lenses;
        });
    }

    /** Counts; a lens that has a command already stays as it is. */
    CompletableFuture<CodeLens> resolve(CodeLens lens) {
        if (lens.getCommand() != null || !(lens.getData() instanceof JsonObject data) || !(data.get("uri") instanceof JsonPrimitive uri) || !(data.get("name") instanceof JsonPrimitive name)
            || !(data.get("function") instanceof JsonPrimitive function)) {
            return CompletableFuture.completedFuture(lens);
        }
        return workspace.ask(uri.getAsString(), lens, moment -> {
            int offset = moment.offset(lens.getRange().getStart());
            long count = function.getAsBoolean() ? moment.navigation().index().file(Locations.of(uri.getAsString())).stream().flatMap(file -> file.functions(name.getAsString()).stream())
                .mapToInt((FunctionSymbol symbol) -> moment.navigation().calls(symbol)).max().orElse(0)
                : moment.navigation().references(moment.view(), offset).stream().filter(place -> place.role() != Mention.Role.DECLARATION).count();
            String title = count == 0 ? "no references" : count == 1 ? "1 reference" : count + " references";
            lens.setCommand(new Command(title, SHOW_REFERENCES, List.of(uri.getAsString(), lens.getRange().getStart().getLine(), lens.getRange().getStart().getCharacter())));
            return lens;
        });
    }

    /** What a click on a count leads to. */
    CompletableFuture<Object> references(List<Object> arguments) {
        JsonArray all = new JsonArray();
        arguments.stream().flatMap(argument -> argument instanceof JsonPrimitive primitive ? Stream.of(primitive)
            : argument instanceof Number number ? Stream.of(new JsonPrimitive(number)) : Stream.of(new JsonPrimitive(String.valueOf(argument)))).forEach(all::add);
        if (all.size() < 3 || !isNumber(all, 1) || !isNumber(all, 2)) {
            return CompletableFuture.completedFuture(List.of());
        }
        return workspace.ask(all.get(0).getAsString(), List.<Location>of(), moment -> moment.navigation().references(moment.view(),
            moment.offset(new org.eclipse.lsp4j.Position(all.get(1).getAsInt(), all.get(2).getAsInt()))).stream()
            .filter(place -> place.role() != Mention.Role.DECLARATION).map(workspace::location).toList()).thenApply(found -> found);
    }

    private static boolean isNumber(JsonArray all, int at) {
        return all.get(at) instanceof JsonPrimitive primitive && primitive.isNumber();
    }
}
