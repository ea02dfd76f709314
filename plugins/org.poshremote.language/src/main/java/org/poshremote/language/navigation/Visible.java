package org.poshremote.language.navigation;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.poshremote.language.analysis.Inclusion;
import org.poshremote.language.analysis.Scope;
import org.poshremote.language.analysis.VariableSymbol;
import org.poshremote.language.analysis.VariableUse;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.workspace.AliasSymbol;
import org.poshremote.language.workspace.Visibility;
import org.poshremote.language.workspace.WorkspaceIndex;

/** Which other files can mention the same thing. */
final class Visible {
    private Visible() {
    }

    static Stream<AliasSymbol> aliases(WorkspaceIndex index, URI file, String name) {
        return Visibility.of(index, file).nearest(index.aliases(name), AliasSymbol::file).stream();
    }

    /** Without the file itself. */
    static List<URI> candidates(WorkspaceIndex index, ScriptFileView view, Entity entity) {
        Stream<URI> files = switch (entity) {
            case Entity.Function function when !function.isLocal() -> Navigation.holding(index, function.name());
            case Entity.Type type -> Navigation.holding(index, type.name());
            case Entity.Member member -> Navigation.holding(index, member.name());
            case Entity.Parameter parameter when parameter.of() instanceof Entity.Function function && !function.isLocal() -> Navigation.holding(index, function.name());
            // called by a path
            case Entity.Parameter parameter when parameter.of() instanceof Entity.ScriptFile script -> Stream.concat(Stream.of(script.file()), Navigation.holding(index, stem(script.file())))
                .distinct();
            case Entity.ScriptFile script -> Navigation.holding(index, stem(script.file()));
            case Entity.RootVariable variable -> linked(index, view, variable).stream();
            default -> Stream.empty();
        };
        return files.filter(file -> !file.equals(view.file())).toList();
    }

    private static String stem(URI file) {
        String path = Optional.ofNullable(file.getPath()).orElse("");
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
    }

    // ---- variables of the script's own scope

    /** A read that finds nothing in its own file may be of the shared variable. */
    static boolean isRoot(Mention mention, Entity.RootVariable variable) {
        return mention.entity().equals(variable)
            || mention.entity() instanceof Entity.Variable other && !other.symbol().isAssigned() && other.symbol().name().equalsIgnoreCase(variable.name())
                && !runsElsewhere(other.symbol().scope());
    }

    /** Where variables around it are not seen. */
    static boolean runsElsewhere(Scope scope) {
        return scope.kind() == Scope.Kind.REMOTE || scope.parent().filter(Visible::runsElsewhere).isPresent();
    }

    /** Files that may share it; whether they do, {@link #shares} tells from their text. */
    static Set<URI> linked(WorkspaceIndex index, ScriptFileView view, Entity.RootVariable variable) {
        Set<URI> files = new LinkedHashSet<>();
        boolean global = isGlobal(view, variable);
        boolean module = isQualified(view, variable, "script");
        Set<URI> taken = dotSourced(index, view.file());
        Navigation.holding(index, variable.name()).filter(file -> !file.equals(view.file()))
            .filter(file -> global || taken.contains(file) || module && Visibility.sameModule(index, view.file(), file) || dotSourced(index, file).contains(view.file())).forEach(files::add);
        return files;
    }

    static boolean shares(WorkspaceIndex index, ScriptFileView one, ScriptFileView other, Entity.RootVariable variable) {
        return isDotSourced(index, one.file(), other.file()) || isGlobal(one, variable) && isGlobal(other, variable)
            || Visibility.sameModule(index, one.file(), other.file()) && isQualified(one, variable, "script") && isQualified(other, variable, "script");
    }

    private static boolean isGlobal(ScriptFileView view, Entity.RootVariable variable) {
        return isQualified(view, variable, "global");
    }

    private static boolean isQualified(ScriptFileView view, Entity.RootVariable variable, String qualifier) {
        return view.model().root().variable(variable.name()).map(VariableSymbol::uses).orElse(List.of()).stream().map(VariableUse::node)
            .anyMatch(node -> node instanceof Expression.Variable mention && mention.qualifier().equals(qualifier));
    }

    /** In either direction, over any number of files. */
    private static boolean isDotSourced(WorkspaceIndex index, URI one, URI other) {
        return dotSourced(index, one).contains(other) || dotSourced(index, other).contains(one);
    }

    private static Set<URI> dotSourced(WorkspaceIndex index, URI file) {
        Set<URI> found = new LinkedHashSet<>(List.of(file));
        List<URI> ring = List.of(file);
        while (!ring.isEmpty()) {
            ring = ring.stream().flatMap(each -> index.file(each).stream()).flatMap(symbols -> symbols.inclusions().stream()
                .filter(inclusion -> inclusion.kind() == Inclusion.Kind.DOT_SOURCE).flatMap(inclusion -> Visibility.target(index, symbols.uri(), inclusion).stream()))
                .filter(found::add).toList();
        }
        return found;
    }
}
