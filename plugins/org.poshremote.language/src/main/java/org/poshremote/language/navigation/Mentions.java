package org.poshremote.language.navigation;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.poshremote.language.analysis.ScriptModel;
import org.poshremote.language.analysis.VariableSymbol;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.Member;
import org.poshremote.language.syntax.Node;
import org.poshremote.language.syntax.PipelineElement.Command;
import org.poshremote.language.syntax.ScriptBlock;
import org.poshremote.language.syntax.Statement;
import org.poshremote.language.syntax.TypeName;
import org.poshremote.language.workspace.Visibility;
import org.poshremote.language.workspace.WorkspaceIndex;

/** All names of one file and what they stand for, in the order of the text. What they stand for in other files the index tells. */
public final class Mentions {
    final URI file;
    final ScriptModel model;
    final String text;
    final WorkspaceIndex index;
    final Callables callables;
    final Receivers receivers;
    /** Where parameters of mocked functions stand in filters. */
    final Set<Integer> filtered = new HashSet<>();
    private final List<Mention> found = new ArrayList<>();

    private Mentions(URI file, ScriptModel model, WorkspaceIndex index) {
        this.file = file;
        this.model = model;
        this.text = model.script().text();
        this.index = index;
        this.callables = new Callables(file, model, index);
        this.receivers = new Receivers(file, model, index);
    }

    public static List<Mention> of(URI file, ScriptModel model, WorkspaceIndex index) {
        return new Mentions(file, model, index).collect();
    }

    private List<Mention> collect() {
        new VariableMentions(this).collect();
        walk(model.script().root());
        new HelpMentions(this).collect();
        new ManifestMentions(this).collect();
        found.sort(Comparator.comparingInt(Mention::start).thenComparing(Mention::end));
        return found.stream().distinct().filter(mention -> !isOnlyAGuess(mention)).toList();
    }

    /** A variable that nobody assigns, where it is known to be a parameter that somebody else fills in. */
    private boolean isOnlyAGuess(Mention mention) {
        boolean unassigned = switch (mention.entity()) {
            case Entity.Variable variable -> !variable.symbol().isAssigned();
            case Entity.RootVariable variable -> model.root().variable(variable.name()).filter(VariableSymbol::isAssigned).isEmpty();
            default -> false;
        };
        return unassigned && filtered.contains(mention.start());
    }

    void add(int start, int end, Entity entity, Mention.Role role) {
        if (start >= 0 && end > start && end <= text.length()) {
            found.add(new Mention(start, end, text.substring(start, end), entity, role));
        }
    }

    /** Where the text stands there as expected; a name with escapes in it does not. */
    void addNamed(int start, String name, Entity entity, Mention.Role role) {
        if (start >= 0 && text.regionMatches(true, start, name, 0, name.length())) {
            add(start, start + name.length(), entity, role);
        }
    }

    /** A word or quoted string that is a name as a whole. */
    void addWord(Expression.StringConstant word, Entity entity, Mention.Role role) {
        int quote = word.quotes() == Expression.Quotes.BARE ? 0 : 1;
        if (word.quotes() != Expression.Quotes.SINGLE_HERE && word.quotes() != Expression.Quotes.DOUBLE_HERE && word.end() - word.start() == word.value().length() + 2 * quote) {
            addNamed(word.start() + quote, word.value(), entity, role);
        }
    }

    static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    // ---- the walk

    /** @param type the class around */
    private record Step(Node node, Optional<Statement.TypeDefinition> type) {
    }

    private void walk(ScriptBlock root) {
        Deque<Step> left = new ArrayDeque<>(List.of(new Step(root, Optional.empty())));
        while (!left.isEmpty()) {
            Step step = left.pop();
            Optional<Statement.TypeDefinition> type = step.type();
            switch (step.node()) {
                case Statement.Function function -> {
                    String name = Callables.unqualified(function.name());
                    addNamed(function.nameEnd() - name.length(), name, callables.of(function), Mention.Role.DECLARATION);
                }
                case Statement.Configuration configuration when configuration.name() instanceof Expression.StringConstant word ->
                    addWord(word, new Entity.Function(key(word.value()), -1), Mention.Role.DECLARATION);
                case Statement.TypeDefinition definition -> {
                    type = Optional.of(definition);
                    declared(definition);
                }
                case TypeName name -> typeName(name);
                case Command command -> new CommandMentions(this, command).collect();
                case Expression.MemberAccess access -> member(access.target(), access.member(), access.isStatic(), type);
                case Expression.Invoke invoke -> member(invoke.target(), invoke.member(), invoke.isStatic(), type);
                case Statement.Using using when using.kind().equalsIgnoreCase("module") -> using.name().ifPresent(name -> inclusion(using, name));
                default -> { }
            }
            Optional<Statement.TypeDefinition> inside = type;
            step.node().children().forEach(child -> left.push(new Step(child, inside)));
        }
    }

    private void declared(Statement.TypeDefinition definition) {
        String key = key(definition.name());
        addNamed(definition.nameStart(), definition.name(), new Entity.Type(key), Mention.Role.DECLARATION);
        for (Member member : definition.members()) {
            switch (member) {
                case Member.Property property -> {
                    String name = property.name().startsWith("$") ? property.name().substring(1) : property.name();
                    int start = text.startsWith("$", property.nameStart()) ? property.nameStart() + 1 : property.nameStart();
                    addNamed(start, name, receivers.declared(key, name), Mention.Role.DECLARATION);
                }
                // a constructor is called as its class
                case Member.Method method -> addNamed(method.nameStart(), method.name(),
                    method.name().equalsIgnoreCase(definition.name()) ? new Entity.Type(key) : receivers.declared(key, method.name()), Mention.Role.DECLARATION);
            }
        }
    }

    private void typeName(TypeName name) {
        if (name.name().indexOf('.') < 0 && !index.types(name.name()).isEmpty()) {
            addNamed(name.start(), name.name(), new Entity.Type(key(name.name())), Mention.Role.READ);
        }
    }

    private void member(Expression target, Expression member, boolean isStatic, Optional<Statement.TypeDefinition> around) {
        if (!(member instanceof Expression.StringConstant name) || name.quotes() != Expression.Quotes.BARE) {
            return;
        }
        receivers.memberOf(target, name.value(), isStatic, around).ifPresent(entity -> addWord(name, entity, Mention.Role.READ));
    }

    /** The word that names another file. */
    void inclusion(Node node, Node word) {
        target(node).ifPresent(uri -> {
            int quote = word instanceof Expression.StringConstant constant && constant.quotes() == Expression.Quotes.BARE ? 0 : word instanceof Expression.Paren ? 0 : 1;
            boolean bare = word instanceof Expression.ExpandableString string && string.quotes() == Expression.Quotes.BARE;
            add(word.start() + (bare ? 0 : quote), word.end() - (bare ? 0 : quote), new Entity.ScriptFile(uri), Mention.Role.READ);
        });
    }

    private Optional<URI> target(Node node) {
        return model.inclusions().stream().filter(inclusion -> inclusion.node() == node).findFirst()
            .flatMap(inclusion -> Visibility.target(index, file, inclusion.kind(), inclusion.name(), inclusion.localPath()));
    }


}
