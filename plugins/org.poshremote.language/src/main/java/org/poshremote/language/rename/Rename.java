package org.poshremote.language.rename;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.poshremote.language.analysis.AutomaticVariables;
import org.poshremote.language.navigation.Entity;
import org.poshremote.language.navigation.Mention;
import org.poshremote.language.navigation.Navigation;
import org.poshremote.language.navigation.ScriptFileView;
import org.poshremote.language.rules.Edit;
import org.poshremote.language.workspace.FileSymbols;
import org.poshremote.language.workspace.FunctionSymbol;
import org.poshremote.language.workspace.Visibility;
import org.poshremote.language.workspace.WorkspaceIndex;

/**
 * Another name for a function, class, member, variable or parameter, wherever the workspace mentions it. What would change the meaning
 * of a script is refused: the edited texts are parsed again, and every name in them must mean what it meant before.
 */
public final class Rename {
    /** Methods that .NET calls by their names. */
    private static final List<String> OVERRIDES = List.of("tostring", "equals", "gethashcode", "compareto", "dispose", "getenumerator", "clone");

    private final Navigation navigation;

    public Rename(Navigation navigation) {
        this.navigation = navigation;
    }

    // ---- whether

    /** The name at the offset, where it can be changed. */
    public Mention prepare(ScriptFileView view, int offset) throws RenameRefused {
        List<Mention> here = view.at(offset);
        if (here.isEmpty()) {
            throw new RenameRefused(nothing(view, offset));
        }
        Mention mention = here.get(0);
        switch (mention.entity()) {
            case Entity.Function function -> function(view, mention, function);
            case Entity.ScriptFile file -> throw new RenameRefused("This names a file; rename the file itself.");
            case Entity.LooseMember member -> throw new RenameRefused("The text does not tell what type the value before ." + mention.written() + " has, so nobody knows what else has to be renamed."
                + " Rename it where it is declared.");
            case Entity.Member member -> {
                if (OVERRIDES.contains(member.name())) {
                    throw new RenameRefused(mention.written() + " is called by .NET under that name.");
                }
            }
            case Entity.Variable variable -> variable(mention, variable.symbol().isAssigned() || !navigation.definitions(view, offset).isEmpty());
            case Entity.RootVariable variable -> variable(mention, navigation.definitions(view, offset).stream().anyMatch(place -> place.role().writes()));
            case Entity.Parameter parameter -> {
                if (navigation.definitions(view, offset).isEmpty()) {
                    throw new RenameRefused("The function with this parameter is not declared in this workspace.");
                }
                if (parameter.of() instanceof Entity.Function function) {
                    function(view, mention, function);
                }
            }
            case Entity.Type type -> { }
        }
        return mention;
    }

    private static String nothing(ScriptFileView view, int offset) {
        String text = view.script().text();
        int start = Math.min(offset, text.length());
        while (start > 0 && (Character.isLetterOrDigit(text.charAt(start - 1)) || text.charAt(start - 1) == '_')) {
            start--;
        }
        int end = start;
        while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
            end++;
        }
        String word = text.substring(start, end);
        return start > 0 && text.charAt(start - 1) == '$' && AutomaticVariables.isAutomatic(word) ? "PowerShell itself sets $" + word + "; it cannot be renamed."
            : "There is no name here that can be changed.";
    }

    private static void variable(Mention mention, boolean assigned) throws RenameRefused {
        if (AutomaticVariables.isAutomatic(mention.written()) || AutomaticVariables.isPreference(mention.written())) {
            throw new RenameRefused("$" + mention.written() + " means something to PowerShell itself; it cannot be renamed.");
        }
        if (!assigned) {
            throw new RenameRefused("$" + mention.written() + " gets its value in no file that is known here, so nobody knows what else has to be renamed.");
        }
    }

    private void function(ScriptFileView view, Mention mention, Entity.Function function) throws RenameRefused {
        if (function.isLocal()) {
            return;
        }
        List<FunctionSymbol> declared = navigation.index().functionsSeenFrom(view.file(), function.name());
        if (declared.isEmpty()) {
            throw new RenameRefused(navigation.index().aliases(function.name()).isEmpty() ? function.name().equals(mention.written().toLowerCase(Locale.ROOT))
                ? mention.written() + " is not declared in this workspace." : "The function with this parameter is not declared in this workspace."
                : mention.written() + " is an alias; rename it where it is made by hand.");
        }
        List<URI> files = declared.stream().map(FunctionSymbol::file).distinct().toList();
        if (files.size() > 1) {
            throw new RenameRefused("Several files declare " + declared.get(0).name() + " (" + String.join(", ", files.stream().limit(3).map(Rename::name).toList())
                + (files.size() > 3 ? " and others" : "") + "), and nobody knows which is meant here. Rename it in the file that declares it.");
        }
    }

    // ---- what

    /**
     * All edits, by files.
     *
     * @param doubtfulToo whether the person will be shown those that are doubtful; otherwise the rename is refused where there are any
     */
    public List<RenameEdit> to(ScriptFileView view, int offset, String typed, boolean doubtfulToo) throws RenameRefused {
        Mention mention = prepare(view, offset);
        Entity entity = navigation.meant(view, mention);
        String name = NewNames.bare(entity, typed);
        NewNames.check(navigation, view, entity, mention.written(), name);
        if (entity instanceof Entity.Function function && !function.isLocal()) {
            exports(view, function, name);
        }
        List<ScriptFileView> views = navigation.filesThatMayMention(view, entity);
        Map<URI, List<RenameEdit>> edits = new LinkedHashMap<>();
        for (ScriptFileView each : views) {
            for (Mention other : each.mentions()) {
                kind(view, entity, each, other).ifPresent(kind -> edits.computeIfAbsent(each.file(), file -> new ArrayList<>())
                    .add(new RenameEdit(each.file(), other.start(), other.end(), each.range(other.start(), other.end()), name, kind)));
            }
        }
        edits.replaceAll((file, list) -> list.stream().distinct().sorted(Comparator.comparingInt(RenameEdit::start)).toList());
        List<RenameEdit> all = edits.values().stream().flatMap(List::stream).toList();
        Optional<RenameEdit> doubtful = all.stream().filter(edit -> edit.kind() == RenameEdit.Kind.DOUBTFUL).findFirst();
        if (doubtful.isPresent() && !doubtfulToo) {
            long count = all.stream().filter(edit -> edit.kind() == RenameEdit.Kind.DOUBTFUL).count();
            throw new RenameRefused(mention.written() + " is also read " + (count == 1 ? "at a place" : "at " + count + " places") + " where the text does not tell whether this one is meant (the first: "
                + name(doubtful.get().file()) + ", line " + doubtful.get().range().startLine() + "). Rename it there and at its declaration by hand.");
        }
        if (!name.equalsIgnoreCase(mention.written())) {
            verify(views, edits, name);
        }
        return all;
    }

    private Optional<RenameEdit.Kind> kind(ScriptFileView view, Entity entity, ScriptFileView other, Mention mention) {
        if (navigation.isSame(view, entity, other, mention)) {
            boolean doubtful = entity instanceof Entity.Function function && !function.isLocal()
                && navigation.index().functionsSeenFrom(other.file(), function.name()).stream().map(FunctionSymbol::file).distinct().count() > 1;
            return Optional.of(doubtful ? RenameEdit.Kind.DOUBTFUL : mention.role() == Mention.Role.COMMENT && !(entity instanceof Entity.Parameter) ? RenameEdit.Kind.COMMENT
                : RenameEdit.Kind.CODE);
        }
        // a value whose type is not known, in a file that knows the class
        boolean loose = entity instanceof Entity.Member member && mention.entity().equals(new Entity.LooseMember(member.name()))
            && (other.file().equals(view.file()) || navigation.index().file(other.file()).filter(file -> file.words().mayHold(member.type())).isPresent());
        return loose ? Optional.of(RenameEdit.Kind.DOUBTFUL) : Optional.empty();
    }

    // ---- safety

    /** A wildcard in a manifest may hold for the old name and not for the new one. */
    private void exports(ScriptFileView view, Entity.Function function, String name) throws RenameRefused {
        WorkspaceIndex index = navigation.index();
        for (FunctionSymbol declared : index.functionsSeenFrom(view.file(), function.name())) {
            List<FileSymbols> manifests = index.files().filter(file -> file.manifest().isPresent() && Visibility.sameModule(index, file.uri(), declared.file())).toList();
            for (FileSymbols manifest : manifests) {
                for (String pattern : manifest.manifest().flatMap(found -> found.functionsToExport()).orElse(List.of())) {
                    if ((pattern.contains("*") || pattern.contains("?")) && matches(pattern, declared.name()) && !matches(pattern, name)) {
                        throw new RenameRefused(name(manifest.uri()) + " exports \"" + pattern + "\", which holds for " + declared.name() + " but not for " + name + ". Change what it exports first.");
                    }
                }
            }
        }
    }

    private static boolean matches(String wildcard, String name) {
        StringBuilder regex = new StringBuilder();
        wildcard.chars().forEach(c -> regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf((char) c))));
        return Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE).matcher(name).matches();
    }

    /** Everything in the edited files must mean the same as before: two names are the same thing after it exactly if they were before it. */
    private void verify(List<ScriptFileView> views, Map<URI, List<RenameEdit>> edits, String name) throws RenameRefused {
        List<ScriptFileView> changed = navigation.after(views.stream().filter(view -> edits.containsKey(view.file())).toList(), file -> edits.get(file).stream()
            .map(edit -> new Edit(edit.start(), edit.end(), edit.newText())).toList());
        for (ScriptFileView after : changed) {
            ScriptFileView before = views.stream().filter(view -> view.file().equals(after.file())).findFirst().orElseThrow();
            if (after.script().errors().size() > before.script().errors().size()) {
                throw new RenameRefused("With \"" + name + "\", " + name(after.file()) + " would not be valid any more.");
            }
            Map<Entity, Entity> there = new HashMap<>();
            Map<Entity, Entity> back = new HashMap<>();
            List<Mention> old = code(before);
            List<Mention> now = code(after);
            for (int i = 0; i < Math.max(old.size(), now.size()); i++) {
                if (i >= old.size() || i >= now.size()) {
                    throw clash(before, old.isEmpty() ? 0 : old.get(Math.min(i, old.size() - 1)).start(), name);
                }
                Entity was = old.get(i).entity();
                Entity is = now.get(i).entity();
                if (!is.equals(there.computeIfAbsent(was, key -> is)) || !was.equals(back.computeIfAbsent(is, key -> was))) {
                    throw clash(before, old.get(i).start(), name);
                }
            }
        }
    }

    private static List<Mention> code(ScriptFileView view) {
        return view.mentions().stream().filter(mention -> mention.role() != Mention.Role.COMMENT).toList();
    }

    private static RenameRefused clash(ScriptFileView view, int offset, String name) {
        if (view.mentions().stream().filter(mention -> mention.start() == offset).map(Mention::entity).distinct().count() > 1) {
            return new RenameRefused("The key in " + name(view.file()) + ", line " + view.range(offset, offset).startLine() + " is for another command too, which needs it under its old name."
                + " Give the commands tables of their own first.");
        }
        return new RenameRefused("\"" + name + "\" is taken: " + name(view.file()) + ", line " + view.range(offset, offset).startLine() + " would mean something else with it.");
    }

    private static String name(URI file) {
        String path = Optional.ofNullable(file.getPath()).orElse(file.toString());
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
