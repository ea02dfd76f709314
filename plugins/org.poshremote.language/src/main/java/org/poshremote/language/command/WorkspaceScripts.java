package org.poshremote.language.command;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.poshremote.language.analysis.ScriptModel;
import org.poshremote.language.syntax.Statement;
import org.poshremote.language.workspace.FileSymbols;
import org.poshremote.language.workspace.FunctionSymbol;
import org.poshremote.language.workspace.TypeSymbol;
import org.poshremote.language.workspace.Visibility;
import org.poshremote.language.workspace.Workspace;
import org.poshremote.language.workspace.WorkspaceIndex;

/** The scripts of a workspace as one of its files sees them. A file is parsed again only when something of it is looked at closely, and kept for a while. Thread-safe. */
public final class WorkspaceScripts {
    private static final int MOST_KEPT = 64;

    private final Workspace workspace;
    private final Map<URI, Parsed> parsed = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<URI, Parsed> eldest) {
            return size() > MOST_KEPT;
        }
    };

    /** @param of the state of the file that the model is of */
    private record Parsed(FileSymbols of, Optional<ScriptModel> model) {
    }

    public WorkspaceScripts(Workspace workspace) {
        this.workspace = workspace;
    }

    /** At this moment; the file itself is not among them. */
    public OtherScripts seenFrom(URI file) {
        return new Seen(workspace.index(), file);
    }

    private Optional<ScriptModel> model(WorkspaceIndex index, URI file) {
        Optional<FileSymbols> symbols = index.file(file);
        if (symbols.isEmpty()) {
            return Optional.empty();
        }
        synchronized (parsed) {
            Parsed known = parsed.get(file);
            if (known != null && known.of() == symbols.get()) {
                return known.model();
            }
        }
        Optional<ScriptModel> model = workspace.model(file);
        synchronized (parsed) {
            parsed.put(file, new Parsed(symbols.get(), model));
        }
        return model;
    }

    private static String name(URI file) {
        String path = file.getPath() == null ? file.toString() : file.getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String unqualified(String name) {
        return name.substring(name.indexOf(':') + 1);
    }

    private final class Seen implements OtherScripts {
        private final WorkspaceIndex index;
        private final URI file;
        private Set<URI> near;

        Seen(WorkspaceIndex index, URI file) {
            this.index = index;
            this.file = file;
        }

        private synchronized boolean isNear(URI other) {
            if (near == null) {
                near = Visibility.of(index, file).reached();
            }
            return near.contains(other);
        }

        @Override
        public List<Declared> functions() {
            List<Declared> found = new ArrayList<>();
            index.functionsStartingWith("").filter(function -> !function.file().equals(file))
                .forEach(function -> found.add(new Declared(function.name(), name(function.file()), isNear(function.file()))));
            return found;
        }

        @Override
        public Optional<Function> function(String name) {
            List<FunctionSymbol> seen = index.functionsSeenFrom(file, name);
            return seen.stream().filter(function -> !function.file().equals(file)).findFirst().flatMap(function -> model(index, function.file()).flatMap(model -> {
                List<Statement.Function> here = model.functions().stream().filter(each -> unqualified(each.name()).equalsIgnoreCase(name)).toList();
                return here.isEmpty() ? Optional.empty() : Optional.of(new Function(model, here.get(here.size() - 1), name(function.file())));
            }));
        }

        @Override
        public List<Declared> types() {
            List<Declared> found = new ArrayList<>();
            index.typesStartingWith("").filter(type -> !type.file().equals(file)).forEach(type -> found.add(new Declared(type.name(), name(type.file()), isNear(type.file()))));
            return found;
        }

        @Override
        public Optional<Type> type(String name) {
            List<TypeSymbol> seen = index.typesSeenFrom(file, name);
            return seen.stream().filter(type -> !type.file().equals(file)).findFirst()
                .flatMap(type -> model(index, type.file()).flatMap(model -> model.type(name).map(found -> new Type(model, found, name(type.file())))));
        }
    }
}
