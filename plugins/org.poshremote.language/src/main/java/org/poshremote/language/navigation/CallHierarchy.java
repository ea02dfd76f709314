package org.poshremote.language.navigation;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.poshremote.language.syntax.Statement;
import org.poshremote.language.workspace.TextRange;

/** Who calls a function, and whom it calls. */
public final class CallHierarchy {
    private final Navigation navigation;

    public CallHierarchy(Navigation navigation) {
        this.navigation = navigation;
    }

    /**
     * A function, or a script outside of its functions.
     *
     * @param named the function's name; the beginning of the file for a script
     */
    public record Item(String name, boolean isScript, URI file, TextRange named, TextRange whole) {
    }

    /** @param at where the calls are: in the caller's file */
    public record Call(Item item, List<TextRange> at) {
    }

    /** The functions that what stands at the offset can be. */
    public List<Item> items(ScriptFileView view, int offset) {
        return view.at(offset).stream().filter(mention -> mention.entity() instanceof Entity.Function)
            .flatMap(mention -> navigation.definitions(view, mention.entity()).stream()).distinct().map(place -> item(view, place)).toList();
    }

    private Item item(ScriptFileView view, Place place) {
        // a local function's place is only its name
        Optional<Statement.Function> local = place.file().equals(view.file()) ? view.model().functions().stream()
            .filter(function -> view.range(function.nameEnd() - place.written().length(), function.nameEnd()).equals(place.named())).findFirst() : Optional.empty();
        return new Item(place.written(), false, place.file(), place.named(), local.map(function -> view.range(function.start(), function.end())).orElse(place.whole()));
    }

    private static Item item(ScriptFileView view, Statement.Function function) {
        String name = Callables.unqualified(function.name());
        return new Item(name, false, view.file(), view.range(function.nameEnd() - name.length(), function.nameEnd()), view.range(function.start(), function.end()));
    }

    private static Item script(ScriptFileView view) {
        String path = Optional.ofNullable(view.file().getPath()).orElse(view.file().toString());
        return new Item(path.substring(path.lastIndexOf('/') + 1), true, view.file(), TextRange.BEGINNING, view.range(0, view.script().text().length()));
    }

    private static Optional<Statement.Function> around(ScriptFileView view, int offset) {
        return view.model().functions().stream().filter(function -> function.nameEnd() < offset && offset < function.end()).max(Comparator.comparingInt(Statement.Function::start));
    }

    /** @param offset of the function's name in its own file */
    public List<Call> incoming(ScriptFileView view, int offset) {
        Map<Item, List<TextRange>> callers = new LinkedHashMap<>();
        for (Mention declared : view.at(offset)) {
            if (!(declared.entity() instanceof Entity.Function)) {
                continue;
            }
            for (ScriptFileView each : navigation.filesThatMayMention(view, declared.entity())) {
                for (Mention mention : each.mentions()) {
                    if (mention.role() == Mention.Role.READ && !isManifest(each) && navigation.isSame(view, declared.entity(), each, mention)) {
                        Item caller = around(each, mention.start()).map(function -> item(each, function)).orElseGet(() -> script(each));
                        callers.computeIfAbsent(caller, key -> new ArrayList<>()).add(each.range(mention.start(), mention.end()));
                    }
                }
            }
        }
        return callers.entrySet().stream().map(entry -> new Call(entry.getKey(), entry.getValue())).toList();
    }

    /** What a manifest exports it does not call. */
    private boolean isManifest(ScriptFileView view) {
        return navigation.index().file(view.file()).filter(file -> file.manifest().isPresent()).isPresent();
    }

    /** @param offset of the function's name in its own file; for a script, 0 */
    public List<Call> outgoing(ScriptFileView view, int offset, boolean ofScript) {
        Optional<Statement.Function> function = ofScript ? Optional.empty()
            : view.model().functions().stream().filter(each -> each.nameStart() <= offset && offset <= each.nameEnd()).findFirst();
        Map<Item, List<TextRange>> called = new LinkedHashMap<>();
        if (!ofScript && function.isEmpty()) {
            return List.of();
        }
        for (Mention mention : view.mentions()) {
            if (mention.entity() instanceof Entity.Function && mention.role() == Mention.Role.READ && around(view, mention.start()).equals(function)) {
                for (Place place : navigation.definitions(view, mention.entity())) {
                    called.computeIfAbsent(item(view, place), key -> new ArrayList<>()).add(view.range(mention.start(), mention.end()));
                }
            }
        }
        return called.entrySet().stream().map(entry -> new Call(entry.getKey(), entry.getValue())).toList();
    }
}
