package org.poshremote.language.completion.internal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.poshremote.language.completion.Proposal;
import org.poshremote.language.features.Span;
import org.poshremote.language.reference.Entry;
import org.poshremote.language.reference.Reference;
import org.poshremote.language.syntax.AttributeNode;
import org.poshremote.language.syntax.Clause;
import org.poshremote.language.syntax.CommandElement;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.NamedBlock;
import org.poshremote.language.syntax.Node;
import org.poshremote.language.syntax.ParamBlock;
import org.poshremote.language.syntax.Parameter;
import org.poshremote.language.syntax.PipelineElement;
import org.poshremote.language.syntax.Redirection;
import org.poshremote.language.syntax.Script;
import org.poshremote.language.syntax.Statement;
import org.poshremote.language.syntax.StatementBlock;
import org.poshremote.language.syntax.TypeName;

/** Decides by the tree around the cursor what can stand there. */
public final class Place {
    private static final Pattern SWITCH_FLAGS = Pattern.compile("(?i)(^|[;{(\\s])switch(\\s+-\\w+)*\\s+-\\w*$");
    private static final Pattern BRACKET = Pattern.compile("\\[[\\w.]*$");
    private static final Pattern AFTER_IN = Pattern.compile("(?i).*\\bforeach\\s*\\(\\s*\\$\\w+\\s+\\w*$");

    private final Cursor cursor;
    private final Offers offers;
    private final List<Node> path;

    public Place(Cursor cursor, Offers offers) {
        this.cursor = cursor;
        this.offers = offers;
        this.path = cursor.path();
    }

    public void offer() {
        Optional<Script.Comment> comment = CommentProposals.around(cursor);
        if (comment.isPresent()) {
            new CommentProposals(cursor, offers).offer(comment.get());
            return;
        }
        if (cursor.isFresh() && closes()) {
            return;
        }
        if (SWITCH_FLAGS.matcher(cursor.line()).find()) {
            new WordProposals(cursor, offers).switchFlags(wordBack('-'));
            return;
        }
        if (AFTER_IN.matcher(cursor.line()).matches()) {
            new WordProposals(cursor, offers).keywords(List.of("in"), wordBack('\0'));
            return;
        }
        Span dashed = wordBack('-');
        if (dashed.start() < cursor.offset() && cursor.text().charAt(dashed.start()) == '-' && (cursor.node() instanceof Expression.Paren || cursor.node() instanceof Expression.Error
            || cursor.node() instanceof Clause || cursor.node() instanceof StatementBlock || cursor.node() instanceof Statement)) {
            operators(dashed);
            return;
        }
        if (keywordWritten()) {
            return;
        }
        for (int i = path.size() - 1; i >= 0; i--) {
            if (at(path.get(i), i + 1 < path.size() ? path.get(i + 1) : path.get(i), i)) {
                return;
            }
        }
    }

    /** {@code if} is a statement already, of which more can be written. */
    private boolean keywordWritten() {
        Span word = wordBack('\0');
        String written = cursor.before(word.start());
        if (cursor.isFresh() || Reference.find(Reference.Kind.KEYWORD, written).isEmpty()) {
            return false;
        }
        for (int i = path.size() - 1; i >= 0; i--) {
            if (path.get(i).start() == word.start() && path.get(i) instanceof Statement statement && !(statement instanceof Statement.Pipeline)
                || path.get(i) instanceof ParamBlock param && param.start() == word.start()) {
                boolean alone = !(path.get(i) instanceof Statement) || cursor.parentOf(path.get(i)) instanceof NamedBlock || cursor.parentOf(path.get(i)) instanceof StatementBlock;
                if (alone && path.get(i) instanceof Statement statement) {
                    new WordProposals(cursor, offers).statement(statement, word);
                } else if (alone) {
                    new WordProposals(cursor, offers).templates("statement", word);
                    new WordProposals(cursor, offers).keywords(List.of(written), word);
                } else {
                    new WordProposals(cursor, offers).expression(word);
                }
                new CommandProposals(cursor, offers).offer(word);
                return true;
            }
        }
        return false;
    }

    /** Directly behind something that ends there, nothing can begin. */
    private boolean closes() {
        char before = cursor.offset() == 0 ? '\n' : cursor.text().charAt(cursor.offset() - 1);
        return before == ')' || before == '}' || before == '[' && cursor.offset() > 1 && indexed(cursor.text().charAt(cursor.offset() - 2)) || before == ']' && !cursor.line().endsWith("[]") && !(cursor.node() instanceof Expression.Variable)
            || (before == '"' || before == '\'') && !inString();
    }

    /** A bracket directly behind a value is an index. */
    private boolean indexed(char before) {
        return (Cursor.isWord(before) || before == ')' || before == ']') && !(cursor.node() instanceof TypeName);
    }

    private boolean inString() {
        Node node = cursor.node();
        return node instanceof Expression.StringConstant text && text.quotes() != Expression.Quotes.BARE || node instanceof Expression.ExpandableString;
    }

    /** The word before the cursor with the characters of names, back to a sigil. */
    private Span wordBack(char sigil) {
        int start = cursor.offset();
        while (start > 0 && Cursor.isWord(cursor.text().charAt(start - 1))) {
            start--;
        }
        return new Span(start > 0 && cursor.text().charAt(start - 1) == sigil ? start - 1 : start, cursor.offset());
    }

    /** @return whether the question is answered */
    private boolean at(Node node, Node child, int at) {
        switch (node) {
            case Expression.Variable variable -> new VariableProposals(cursor, offers).offer(variable);
            case TypeName type -> type(type, at);
            case Expression.StringConstant text when at == path.size() - 1 -> {
                return new TextProposals(cursor, offers).offer(text, at);
            }
            case Expression.ExpandableString text -> {
                return new TextProposals(cursor, offers).offer(text, at);
            }
            case Expression.MemberAccess access when child == access.member() && access.target() instanceof Expression.Constant -> { }
            case Expression.MemberAccess access when child == access.member() -> new MemberProposals(cursor, offers).offer(access.target(), access.isStatic(), cursor.span(access.member()));
            case Expression.Invoke invoke when child == invoke.member() -> new MemberProposals(cursor, offers).offer(invoke.target(), invoke.isStatic(), cursor.span(invoke.member()));
            case CommandElement.CommandParameter parameter when child == parameter -> parameterName(parameter, at);
            case PipelineElement.Command command -> command(command, child, at);
            case Redirection.ToFile file -> {
                Word word = Word.of(cursor, file.target());
                new PathProposals(cursor, offers).offer(word.replace(), word.quote(), name -> true, 20);
            }
            case AttributeNode.Attribute attribute when child == attribute || attribute.positional().stream().anyMatch(each -> each == child) ->
                new AttributeProposals(cursor, offers).arguments(attribute);
            case Clause.Entry entry when child == entry.key() -> {
                return false;
            }
            case Expression.Hashtable table -> {
                return keys(table, child);
            }
            case Expression.Binary binary when child == binary && isOperator(binary) -> new WordProposals(cursor, offers).operators(new Span(binary.operatorStart(), cursor.real(binary.operatorStart()
                + binary.operator().length())), true);
            case Statement.Using using -> using(using, child);
            case Statement.TypeDefinition type when child == type -> ofClass(type);
            case org.poshremote.language.syntax.Member.Method method when child == method && method.body().start() == method.body().end()
                && path.get(at - 1) instanceof Statement.TypeDefinition type -> ofClass(type);
            case ParamBlock param when child == param -> inParam();
            case Parameter parameter when child == parameter -> inParam();
            case Statement.Jump jump -> labels(jump);
            case Statement.Function function when child == function -> {
                return afterBracket();
            }
            case NamedBlock block -> {
                return afterBracket();
            }
            case StatementBlock block -> {
                return afterBracket();
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean isOperator(Expression.Binary binary) {
        return binary.operator().startsWith("-") && cursor.offset() > binary.operatorStart() && cursor.offset() <= binary.operatorStart() + binary.operator().length();
    }

    /** {@code [} where the tree has no type yet. */
    private boolean afterBracket() {
        if (BRACKET.matcher(cursor.line()).find()) {
            int start = cursor.line().lastIndexOf('[') + 1 + cursor.offset() - cursor.line().length();
            new TypeProposals(cursor, offers).offer(new Span(start, cursor.offset()));
        }
        return true;
    }

    // ---- types

    private void type(TypeName type, int at) {
        // of the generic and its arguments the name only
        Span span = cursor.span(type.start(), type.start() + type.name().length());
        Node around = path.get(at - 1);
        TypeProposals types = new TypeProposals(cursor, offers);
        boolean declares = around instanceof AttributeNode && type.start() > 0 && cursor.text().charAt(type.start() - 1) == '[' && (cursor.around(ParamBlock.class).isPresent() || cursor.around(Parameter.class).isPresent()
            || cursor.around(Statement.TypeDefinition.class).isPresent());
        boolean beforeParam = at >= 2 && around instanceof Expression.TypeLiteral && "\n{;".indexOf(cursor.previous(type.start() - 1)) >= 0;
        types.offer(span);
        if (declares || around instanceof AttributeNode.Attribute) {
            types.attributes(span, name -> true);
        } else if (beforeParam) {
            types.attributes(span, name -> name.equals("CmdletBinding") || name.equals("OutputType") || name.equals("Alias") || name.contains("SuppressMessage"));
        }
    }

    private void inParam() {
        if (BRACKET.matcher(cursor.line()).find()) {
            int start = cursor.line().lastIndexOf('[') + 1 + cursor.offset() - cursor.line().length();
            Span span = new Span(start, cursor.offset());
            new TypeProposals(cursor, offers).offer(span);
            new TypeProposals(cursor, offers).attributes(span, name -> true);
        } else if (cursor.isFresh() ? "(,\n".indexOf(cursor.previous(cursor.offset())) >= 0 : "(,\n".indexOf(cursor.previous(wordBack('\0').start())) >= 0) {
            new WordProposals(cursor, offers).templates("param", wordBack('\0'));
        }
    }

    // ---- commands

    private void parameterName(CommandElement.CommandParameter parameter, int at) {
        PipelineElement.Command command = (PipelineElement.Command) path.get(at - 1);
        Span whole = cursor.span(parameter.start(), parameter.start() + 1 + parameter.name().length());
        if (cursor.offset() <= cursor.real(whole.end())) {
            new ParameterProposals(cursor, offers).offer(command, parameter.start(), whole);
            if (cursor.previous(parameter.start()) == ')' && command.elements().size() == 2) {
                new WordProposals(cursor, offers).operators(whole, true);
            }
        } else {
            new ValueProposals(cursor, offers).offer(command, parameter, parameter);
        }
    }

    private void command(PipelineElement.Command command, Node child, int at) {
        if (child == command) {
            return;
        }
        if (!command.elements().isEmpty() && child == command.elements().get(0)) {
            name(command, (Expression) child, at);
        } else if (child instanceof CommandElement element) {
            Node leaf = cursor.parentOf(cursor.node()) instanceof Expression.ExpandableString whole ? whole : cursor.node();
            if (leaf instanceof Expression.StringConstant || leaf instanceof Expression.ExpandableString) {
                new ValueProposals(cursor, offers).offer(command, element, leaf);
            }
        }
    }

    private void name(PipelineElement.Command command, Expression name, int at) {
        Span replace = cursor.span(name);
        String typed = cursor.before(replace.start());
        if (typed.startsWith("-")) {
            operators(replace);
            return;
        }
        if (typed.startsWith("[") || !(name instanceof Expression.StringConstant)) {
            return;
        }
        Node pipeline = path.get(at - 1);
        boolean first = pipeline instanceof Statement.Pipeline whole && whole.elements().get(0) == command;
        Node holder = at >= 2 ? path.get(at - 2) : pipeline;
        if (holder instanceof Clause.Entry entry && path.get(at - 3) instanceof Expression.Hashtable table) {
            new TextProposals(cursor, offers).entryValue(table, entry, Word.of(cursor, name));
        }
        boolean plain = command.invocation() == PipelineElement.Invocation.NAME;
        if (typed.indexOf('/') >= 0 || typed.indexOf('\\') >= 0 || typed.startsWith(".") || !plain) {
            new PathProposals(cursor, offers).offer(replace, ' ', plain || command.invocation() == PipelineElement.Invocation.DOT ? file -> file.matches("(?i).*\\.ps1") : file -> true, plain ? 60 : 8);
        }
        if (first && plain && (holder instanceof NamedBlock || holder instanceof StatementBlock)) {
            new WordProposals(cursor, offers).statement((Statement) pipeline, replace);
            resources(replace);
        } else if (first && plain) {
            for (String value : new Expected(cursor).at(at + 1)) {
                offers.add(offers.of(Proposal.Kind.VALUE, value, replace).inserting("'" + value + "'").ranked(5));
            }
            new WordProposals(cursor, offers).expression(replace);
        }
        new CommandProposals(cursor, offers).offer(replace);
    }

    /** Behind a value a binary operator, elsewhere one that stands before its value. */
    private void operators(Span replace) {
        char before = cursor.previous(replace.start());
        boolean binary = Character.isLetterOrDigit(before) || ")]}'\"_".indexOf(before) >= 0;
        new WordProposals(cursor, offers).operators(replace, binary);
    }

    /** In a configuration the names of resources. */
    private void resources(Span replace) {
        if (cursor.around(Statement.Configuration.class).isEmpty()) {
            return;
        }
        for (Entry resource : Reference.all(Reference.Kind.RESOURCE)) {
            String snippet = resource.name() + " ${1:Name} {\n    $0\n}";
            offers.add(offers.of(Proposal.Kind.RESOURCE, resource.name(), replace).inserting(resource.name() + " Name {\n}").withSnippet(snippet).detailed("DSC resource").ranked(8).documented(resource::says));
        }
        cursor.model().types().stream().filter(type -> type.attributes().stream().anyMatch(attribute -> attribute.type().name().equalsIgnoreCase("DscResource")))
            .forEach(type -> offers.add(offers.of(Proposal.Kind.RESOURCE, type.name(), replace).inserting(type.name() + " Name {\n}").withSnippet(type.name() + " ${1:Name} {\n    $0\n}").ranked(7)));
    }

    // ---- the rest

    private boolean keys(Expression.Hashtable table, Node child) {
        boolean atKey = child instanceof Clause.Entry entry && cursor.offset() <= cursor.real(entry.key().end());
        boolean empty = child == table && (cursor.isFresh() ? "{;\n\r".indexOf(cursor.previous(cursor.offset())) >= 0 : "{;\n\r".indexOf(cursor.previous(wordBack('\0').start())) >= 0);
        if (atKey || empty) {
            new KeyProposals(cursor, offers).offer(table, atKey ? cursor.span(((Clause.Entry) child).key()) : wordBack('\0'));
        }
        return true;
    }

    private void using(Statement.Using using, Node child) {
        if (using.name().filter(name -> name == child).isPresent() && using.name().get() instanceof Expression.StringConstant name) {
            Word word = Word.of(cursor, name);
            switch (using.kind().toLowerCase(Locale.ROOT)) {
                case "namespace" -> new TypeProposals(cursor, offers).namespacesOnly(word.replace());
                case "module" -> {
                    new CommentProposals(cursor, offers).modules(word.replace());
                    new PathProposals(cursor, offers).offer(word.replace(), word.quote(), file -> file.matches("(?i).*\\.psm?1"), 8);
                }
                default -> new PathProposals(cursor, offers).offer(word.replace(), word.quote(), file -> file.matches("(?i).*\\.dll"), 8);
            }
        } else {
            Reference.all(Reference.Kind.USING).forEach(kind -> offers.add(offers.of(Proposal.Kind.KEYWORD, kind.name(), wordBack('\0')).ranked(5).documented(kind::says)));
        }
    }

    private void ofClass(Statement.TypeDefinition type) {
        Span word = wordBack('\0');
        if (BRACKET.matcher(cursor.line()).find()) {
            inParam();
        } else if (cursor.line().matches(".*(class|enum)\\s+\\w+\\s*:[\\w\\s.,]*")) {
            new TypeProposals(cursor, offers).offer(word);
        } else if (!type.keyword().equalsIgnoreCase("enum") && "{;}\n\r".indexOf(cursor.previous(word.start())) >= 0 && cursor.offset() > type.nameEnd()) {
            new WordProposals(cursor, offers).keywords(List.of("static", "hidden"), word);
            new WordProposals(cursor, offers).templates("class", word);
        }
    }

    private void labels(Statement.Jump jump) {
        path.forEach(node -> {
            String label = switch (node) {
                case Statement.For loop -> loop.label();
                case Statement.ForEach loop -> loop.label();
                case Statement.While loop -> loop.label();
                case Statement.Do loop -> loop.label();
                case Statement.Switch loop -> loop.label();
                default -> "";
            };
            if (!label.isEmpty()) {
                offers.add(offers.of(Proposal.Kind.VALUE, label, jump.label().map(cursor::span).orElseGet(() -> wordBack('\0'))).ranked(5));
            }
        });
    }
}
