package org.poshremote.language.navigation;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.poshremote.language.analysis.ScriptModel;
import org.poshremote.language.rules.Edit;
import org.poshremote.language.rules.Fix;
import org.poshremote.language.syntax.Parser;
import org.poshremote.language.workspace.FileIndexer;
import org.poshremote.language.workspace.FileSymbols;
import org.poshremote.language.workspace.FunctionSymbol;
import org.poshremote.language.workspace.TextRange;
import org.poshremote.language.workspace.TypeSymbol;
import org.poshremote.language.workspace.Workspace;
import org.poshremote.language.workspace.WorkspaceIndex;

/**
 * From a name to where it is declared and where else it is mentioned, over all files of a workspace. Files that cannot hold the
 * name are not read. Thread-safe; of one moment of the index.
 */
public final class Navigation {
    private final Workspace workspace;
    private final WorkspaceIndex index;
    private final Runnable checkCancelled;

    /** @param checkCancelled called now and then; throws where nobody waits for the answer any more */
    public Navigation(Workspace workspace, WorkspaceIndex index, Runnable checkCancelled) {
        this.workspace = workspace;
        this.index = index;
        this.checkCancelled = checkCancelled;
    }

    public WorkspaceIndex index() {
        return index;
    }

    public ScriptFileView view(URI file, ScriptModel model) {
        return ScriptFileView.of(file, model, index);
    }

    /** Empty for a file that is gone or not to be read. */
    public Optional<ScriptFileView> view(URI file) {
        return workspace.model(file).map(model -> view(file, model));
    }

    // ---- declarations

    /** Where what stands at the offset is declared; several places where it may be one of several. */
    public List<Place> definitions(ScriptFileView view, int offset) {
        Set<Place> places = new LinkedHashSet<>();
        view.at(offset).forEach(mention -> places.addAll(definitions(view, mention.entity())));
        return List.copyOf(places);
    }

    List<Place> definitions(ScriptFileView view, Entity entity) {
        List<Place> here = view.mentions().stream().filter(mention -> mention.entity().equals(entity) && mention.role() == Mention.Role.DECLARATION)
            .map(view::place).toList();
        return switch (entity) {
            case Entity.Function function when !function.isLocal() -> {
                List<Place> declared = functions(view, function);
                yield declared.isEmpty() ? here : declared;
            }
            case Entity.Type type -> index.typesSeenFrom(view.file(), type.name()).stream().map(Navigation::place).toList();
            case Entity.Member member -> members(view, member);
            case Entity.LooseMember loose -> List.of();
            case Entity.Parameter parameter when here.isEmpty() -> parameters(view, parameter);
            case Entity.ScriptFile script -> List.of(new Place(script.file(), TextRange.BEGINNING, TextRange.BEGINNING, "", Mention.Role.DECLARATION));
            case Entity.RootVariable variable when here.isEmpty() -> {
                List<Place> shared = elsewhere(view, variable);
                yield shared.isEmpty() ? first(view, variable) : shared;
            }
            case Entity.Variable variable when here.isEmpty() -> {
                List<Place> shared = Visible.runsElsewhere(variable.symbol().scope()) ? List.of() : elsewhere(view, new Entity.RootVariable(Mentions.key(variable.symbol().name())));
                yield shared.isEmpty() ? first(view, variable) : shared;
            }
            default -> here;
        };
    }

    /** Of a variable that nobody is seen to assign, the first mention. */
    private static List<Place> first(ScriptFileView view, Entity entity) {
        return view.mentions().stream().filter(mention -> mention.entity().equals(entity)).limit(1).map(view::place).toList();
    }

    private List<Place> functions(ScriptFileView view, Entity.Function function) {
        List<FunctionSymbol> declared = index.functionsSeenFrom(view.file(), function.name());
        if (declared.isEmpty()) {
            // an alias leads to what it stands for, and else to where it is made
            return Visible.aliases(index, view.file(), function.name()).flatMap(alias -> {
                List<FunctionSymbol> meant = index.functionsSeenFrom(alias.file(), alias.command());
                return meant.isEmpty() ? Stream.of(new Place(alias.file(), alias.named(), alias.named(), alias.name(), Mention.Role.DECLARATION))
                    : meant.stream().map(Navigation::place);
            }).distinct().toList();
        }
        return declared.stream().map(Navigation::place).toList();
    }

    private List<Place> members(ScriptFileView view, Entity.Member member) {
        return index.typesSeenFrom(view.file(), member.type()).stream().flatMap(type -> type.members(member.name()).stream()
            .map(found -> new Place(type.file(), found.named(), found.named(), found.name(), Mention.Role.DECLARATION))).toList();
    }

    private List<Place> parameters(ScriptFileView view, Entity.Parameter parameter) {
        return switch (parameter.of()) {
            case Entity.ScriptFile script -> index.file(script.file()).stream().flatMap(file -> file.parameters().stream()
                .filter(declared -> declared.name().equalsIgnoreCase(parameter.name()))
                .map(declared -> parameter(file.uri(), declared.named(), declared.name()))).toList();
            case Entity.Function function -> index.functionsSeenFrom(view.file(), function.name()).stream().flatMap(declared -> declared.parameters().stream()
                .filter(each -> each.name().equalsIgnoreCase(parameter.name())).map(each -> parameter(declared.file(), each.named(), each.name()))).toList();
        };
    }

    /** The index has parameters with their sigil. */
    private static Place parameter(URI file, TextRange named, String name) {
        TextRange bare = new TextRange(named.startLine(), named.endColumn() - name.length(), named.endLine(), named.endColumn());
        return new Place(file, bare, named, name, Mention.Role.DECLARATION);
    }

    private List<Place> elsewhere(ScriptFileView view, Entity.RootVariable variable) {
        List<Place> found = new ArrayList<>();
        for (URI linked : Visible.linked(index, view, variable)) {
            checkCancelled.run();
            view(linked).filter(other -> Visible.shares(index, view, other, variable)).ifPresent(other -> other.mentions().stream()
                .filter(mention -> mention.entity().equals(variable) && mention.role() == Mention.Role.DECLARATION).map(other::place).forEach(found::add));
        }
        return found;
    }

    static Place place(FunctionSymbol function) {
        return new Place(function.file(), function.named(), function.whole(), function.name(), Mention.Role.DECLARATION);
    }

    static Place place(TypeSymbol type) {
        return new Place(type.file(), type.named(), type.whole(), type.name(), Mention.Role.DECLARATION);
    }

    // ---- mentions

    /** Every mention in the file of what stands at the offset. */
    public List<Mention> highlights(ScriptFileView view, int offset) {
        List<Entity> entities = view.at(offset).stream().map(Mention::entity).toList();
        return view.mentions().stream().filter(mention -> entities.contains(mention.entity()) && mention.role() != Mention.Role.COMMENT).distinct().toList();
    }

    /** Every mention in the workspace of what stands at the offset, by files. */
    public List<Place> references(ScriptFileView view, int offset) {
        return view.at(offset).stream().map(mention -> meant(view, mention)).distinct().flatMap(entity -> references(view, entity).stream()).distinct()
            .sorted(Comparator.comparing((Place place) -> !place.file().equals(view.file())).thenComparing(Place::file)
                .thenComparing(place -> place.named().startLine()).thenComparing(place -> place.named().startColumn())).toList();
    }

    /** What a mention stands for with the other files in view: a variable that its own file never assigns may be one that they share. */
    public Entity meant(ScriptFileView view, Mention mention) {
        if (mention.entity() instanceof Entity.Variable variable && !variable.symbol().isAssigned()) {
            Entity.RootVariable shared = new Entity.RootVariable(Mentions.key(variable.symbol().name()));
            return Visible.isRoot(mention, shared) && !elsewhere(view, shared).isEmpty() ? shared : variable;
        }
        return mention.entity();
    }

    List<Place> references(ScriptFileView view, Entity entity) {
        List<Place> places = new ArrayList<>();
        for (ScriptFileView each : filesThatMayMention(view, entity)) {
            each.mentions().stream().filter(mention -> mention.role() != Mention.Role.COMMENT && isSame(view, entity, each, mention)).map(each::place).forEach(places::add);
        }
        return places;
    }

    /** The file itself, and those whose words do not rule out that they mention the same thing. */
    public List<ScriptFileView> filesThatMayMention(ScriptFileView view, Entity entity) {
        List<ScriptFileView> views = new ArrayList<>(List.of(view));
        views.addAll(Visible.candidates(index, view, entity).parallelStream().map(file -> {
            checkCancelled.run();
            Optional<ScriptFileView> read = view(file);
            // here, where files are looked at side by side, and not when the first one asks
            read.ifPresent(ScriptFileView::mentions);
            return read;
        }).flatMap(Optional::stream).toList());
        return views;
    }

    /** Whether a mention in another file is of the thing that this file means. */
    public boolean isSame(ScriptFileView view, Entity entity, ScriptFileView other, Mention mention) {
        boolean same = other == view || other.file().equals(view.file());
        return switch (entity) {
            case Entity.Function function when !function.isLocal() -> mention.entity().equals(entity) && (same || meet(
                index.functionsSeenFrom(view.file(), function.name()), index.functionsSeenFrom(other.file(), function.name())));
            case Entity.Type type -> mention.entity().equals(entity) && (same || meet(index.typesSeenFrom(view.file(), type.name()),
                index.typesSeenFrom(other.file(), type.name())));
            case Entity.Member member -> mention.entity().equals(entity) && (same || meet(index.typesSeenFrom(view.file(), member.type()),
                index.typesSeenFrom(other.file(), member.type())));
            case Entity.Parameter parameter when parameter.of() instanceof Entity.Function function && !function.isLocal() -> mention.entity().equals(entity)
                && (same || meet(index.functionsSeenFrom(view.file(), function.name()), index.functionsSeenFrom(other.file(), function.name())));
            case Entity.Parameter parameter when parameter.of() instanceof Entity.ScriptFile -> mention.entity().equals(entity);
            case Entity.ScriptFile script -> mention.entity().equals(entity);
            case Entity.RootVariable variable -> Visible.isRoot(mention, variable) && (same || Visible.shares(index, view, other, variable));
            default -> same && mention.entity().equals(entity);
        };
    }

    /** A name that nobody declares is the same everywhere. */
    private static <T> boolean meet(List<T> some, List<T> others) {
        return some.isEmpty() && others.isEmpty() || some.stream().anyMatch(others::contains);
    }

    /** The same files with their texts changed, as if nothing else had happened meanwhile. */
    public List<ScriptFileView> after(List<ScriptFileView> views, Function<URI, List<Edit>> edits) {
        Map<URI, ScriptModel> models = new LinkedHashMap<>();
        WorkspaceIndex changed = index;
        for (ScriptFileView view : views) {
            ScriptModel model = ScriptModel.of(Parser.parse(Fix.apply(view.script().text(), List.of(new Fix("", edits.apply(view.file()))))));
            models.put(view.file(), model);
            changed = changed.with(FileIndexer.index(view.file(), model));
        }
        WorkspaceIndex all = changed;
        return models.entrySet().stream().map(entry -> ScriptFileView.of(entry.getKey(), entry.getValue(), all)).toList();
    }

    /** How often a function is called in the workspace, as far as the index alone tells. */
    public int calls(FunctionSymbol function) {
        return index.files().mapToInt(file -> {
            int count = file.commands().of(function.name());
            return count > 0 && index.functionsSeenFrom(file.uri(), function.name()).contains(function) ? count : 0;
        }).sum();
    }

    /** Files whose words do not rule the name out. */
    static Stream<URI> holding(WorkspaceIndex index, String name) {
        return index.files().filter(file -> file.words().mayHold(name)).map(FileSymbols::uri);
    }
}
