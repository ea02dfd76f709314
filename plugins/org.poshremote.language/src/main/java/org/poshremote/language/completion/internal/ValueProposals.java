package org.poshremote.language.completion.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.poshremote.language.command.Binding;
import org.poshremote.language.command.CommandInfo;
import org.poshremote.language.command.ParameterInfo;
import org.poshremote.language.completion.Proposal;
import org.poshremote.language.knowledge.Knowledge;
import org.poshremote.language.reference.Entry;
import org.poshremote.language.reference.Reference;
import org.poshremote.language.syntax.CommandElement;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.Node;
import org.poshremote.language.syntax.PipelineElement;
import org.poshremote.language.syntax.Statement;
import org.poshremote.language.types.KnownType;
import org.poshremote.language.types.Shape;
import org.poshremote.language.types.TypeTable;

/** What can be given to a parameter. */
final class ValueProposals {
    private static final int VALUE = 5;
    private static final int PATH = 30;
    private static final Set<String> PATHS = Set.of("path", "literalpath", "filepath", "destination", "outfile", "infile", "inputfile", "workingdirectory", "scriptpath", "outputpath",
        "destinationpath", "childpath", "pspath", "configurationfilepath", "manifestpath", "file");
    private static final Set<String> PROPERTY_COMMANDS = Set.of("select-object", "sort-object", "group-object", "measure-object", "format-table", "format-list", "format-wide", "format-custom",
        "where-object", "foreach-object", "convertto-html", "compare-object", "get-unique");
    private static final Set<String> PROPERTY_PARAMETERS = Set.of("property", "expandproperty", "excludeproperty", "membername", "groupby");
    private static final Set<String> REGISTRY_COMMANDS = Set.of("get-itemproperty", "set-itemproperty", "new-itemproperty", "remove-itemproperty", "get-item", "new-item", "remove-item",
        "test-path", "get-childitem", "set-location", "push-location", "get-itempropertyvalue", "set-item");

    private final Cursor cursor;
    private final Offers offers;

    ValueProposals(Cursor cursor, Offers offers) {
        this.cursor = cursor;
        this.offers = offers;
    }

    /** @param element of the command that the word is or is in */
    void offer(PipelineElement.Command command, CommandElement element, Node leaf) {
        Word word = Word.of(cursor, leaf);
        Optional<CommandInfo> info = cursor.commands().of(command);
        Expression value = element instanceof CommandElement.CommandParameter named ? named.argument().orElse(null) : (Expression) element;
        Optional<ParameterInfo> parameter = info.map(known -> Binding.of(known, command, Integer.MAX_VALUE)).flatMap(binding -> binding.parameterOf(value));
        if (command.name().equalsIgnoreCase("Import-DscResource")) {
            // a keyword that looks like a command
            new CommentProposals(cursor, offers).modules(word.replace());
            return;
        }
        if (info.isEmpty()) {
            // a program of the node; its arguments may be files
            new PathProposals(cursor, offers).offer(word.replace(), word.quote(), name -> true, PATH);
            return;
        }
        String name = info.get().name().toLowerCase(Locale.ROOT);
        parameter.ifPresent(known -> {
            values(known.values(), known.type(), word);
            special(command, name, known.name().toLowerCase(Locale.ROOT), word);
        });
        if (parameter.isEmpty() || takesPath(parameter.get())) {
            new PathProposals(cursor, offers).offer(word.replace(), word.quote(), wanted(name), PATH);
        }
        if (word.replace().start() == cursor.offset() && !word.isQuoted() && parameter.filter(known -> known.type().equals("scriptblock")).isPresent()) {
            offers.add(offers.of(Proposal.Kind.SNIPPET, "{ … }", word.replace()).inserting("{ }").withSnippet("{ $0 }").ranked(VALUE));
        }
    }

    private static boolean takesPath(ParameterInfo parameter) {
        return PATHS.contains(parameter.name().toLowerCase(Locale.ROOT)) || parameter.type().equalsIgnoreCase("FileInfo") || parameter.type().equalsIgnoreCase("System.IO.FileInfo");
    }

    private static java.util.function.Predicate<String> wanted(String command) {
        return switch (command) {
            case "import-module" -> file -> file.matches("(?i).*\\.(psm1|psd1|dll)");
            case "import-powershelldatafile", "test-modulemanifest" -> file -> file.matches("(?i).*\\.psd1");
            case "import-csv" -> file -> file.matches("(?i).*\\.(csv|tsv|txt)");
            default -> file -> true;
        };
    }

    /** Of a parameter, an entry or a variable with a known type. */
    void values(List<String> values, String type, Word word) {
        List<String> known = values;
        String element = type.endsWith("[]") ? type.substring(0, type.length() - 2) : type;
        if (known.isEmpty()) {
            known = cursor.inference().named(element).map(ValueProposals::members).orElse(List.of());
        }
        boolean preference = element.equals("ActionPreference");
        for (String value : known) {
            String says = preference ? Reference.find(Reference.Kind.PREFERENCE, value).map(Entry::says).orElse("") : "";
            offers.add(value(value, word).detailed(element.equals("string") ? "" : element).documented(() -> says));
        }
        if (element.equals("bool") && !word.isQuoted()) {
            offers.add(value("$true", word));
            offers.add(value("$false", word));
        }
    }

    static List<String> members(Shape shape) {
        return switch (shape) {
            case Shape.Known known when known.type().isEnum() -> known.type().own().stream().map(member -> member.name()).toList();
            case Shape.Declared declared when declared.type().keyword().equalsIgnoreCase("enum") -> declared.type().members().stream().map(member -> member.name()).toList();
            default -> List.of();
        };
    }

    private Proposal value(String value, Word word) {
        return offers.of(Proposal.Kind.VALUE, value, word.replace()).inserting(word.written(value)).ranked(VALUE).committedBy(word.isQuoted() || value.indexOf(' ') >= 0 ? "" : " ");
    }

    // ---- by what the command does

    private void special(PipelineElement.Command command, String name, String parameter, Word word) {
        Reference.of(Reference.Kind.VALUE, (name.equals("add-windowsfeature") || name.equals("uninstall-windowsfeature") || name.equals("get-windowsfeature") ? "install-windowsfeature" : name)
            + "." + parameter).forEach(entry -> offers.add(value(entry.name(), word).documented(entry::says)));
        if (name.equals("where-object") && parameter.equals("value")) {
            compared(command, word);
        } else if (PROPERTY_COMMANDS.contains(name) && PROPERTY_PARAMETERS.contains(parameter)) {
            properties(command, word);
        } else if (name.equals("new-object") && parameter.equals("typename")) {
            new TypeProposals(cursor, offers).creatable(word.replace());
        } else if (name.endsWith("-module") && (parameter.equals("name") || parameter.equals("fullyqualifiedname"))) {
            new CommentProposals(cursor, offers).modules(word.replace());
            if (name.equals("import-module")) {
                new PathProposals(cursor, offers).offer(word.replace(), word.quote(), wanted(name), PATH);
            }
        } else if (parameter.equals("module") || name.equals("import-dscresource") && parameter.equals("modulename")) {
            new CommentProposals(cursor, offers).modules(word.replace());
        } else if ((name.equals("get-command") || name.equals("get-help") || name.equals("get-alias")) && parameter.equals("name") || parameter.equals("commandname")) {
            new CommandProposals(cursor, offers).offer(word.replace());
        } else if ((parameter.equals("classname") || parameter.equals("class")) && (name.contains("cim") || name.contains("wmi"))) {
            for (KnownType type : TypeTable.all()) {
                if (type.name().startsWith("Win32_")) {
                    offers.add(value(type.name(), word).documented(() -> org.poshremote.language.hover.MemberText.of(type)));
                }
            }
        } else if (name.endsWith("-variable") && parameter.equals("name") || parameter.endsWith("variable") && !parameter.equals("variable")) {
            cursor.model().scopeAt(cursor.offset()).variables().stream().filter(symbol -> symbol.isAssigned())
                .filter(symbol -> symbol.uses().stream().anyMatch(use -> use.start() > cursor.offset() || cursor.real(use.end()) < cursor.offset())).forEach(symbol -> offers.add(value(symbol.name(), word)));
        } else if (parameter.endsWith("path") && REGISTRY_COMMANDS.contains(name) || parameter.equals("path") && name.endsWith("-acl")) {
            for (Entry entry : Reference.of(Reference.Kind.VALUE, "registry")) {
                offers.add(value(entry.name(), word).ranked(PATH + 10).committedBy("").documented(entry::says));
            }
        } else if (parameter.equals("errorid") || parameter.equals("verb") && name.equals("get-command")) {
            Knowledge.commands().stream().map(known -> known.name().substring(0, Math.max(0, known.name().indexOf('-')))).distinct().filter(verb -> !verb.isEmpty())
                .forEach(verb -> offers.add(value(verb, word)));
        }
    }

    /** {@code ? Status -eq …}: values of the property. */
    private void compared(PipelineElement.Command command, Word word) {
        Optional<String> property = org.poshremote.language.analysis.Commands.positional(command).stream().findFirst().flatMap(Expression::constantText);
        Optional<Shape> input = input(command);
        if (property.isPresent() && input.orElse(null) instanceof Shape.Known known) {
            known.type().members(property.get(), false).stream().findFirst().flatMap(member -> cursor.inference().named(member.type())).map(ValueProposals::members).orElse(List.of())
                .forEach(value -> offers.add(value(value, word)));
        }
    }

    /** Of what comes in by the pipeline. */
    private void properties(PipelineElement.Command command, Word word) {
        input(command).map(this::propertiesOf).orElse(List.of()).forEach(each -> offers.add(offers.of(Proposal.Kind.PROPERTY, each.name(), word.replace()).inserting(word.written(each.name()))
            .detailed(each.type()).ranked(VALUE).documented(each::says)));
    }

    private Optional<Shape> input(PipelineElement.Command command) {
        List<Node> path = cursor.path();
        int at = -1;
        for (int i = 0; i < path.size(); i++) {
            at = path.get(i) == command ? i : at;
        }
        if (at <= 0 || !(path.get(at - 1) instanceof Statement.Pipeline pipeline) || pipeline.elements().indexOf(command) <= 0) {
            return Optional.empty();
        }
        int index = pipeline.elements().indexOf(command);
        Statement.Pipeline before = new Statement.Pipeline(pipeline.start(), pipeline.elements().get(index - 1).end(), pipeline.elements().subList(0, index), false);
        return cursor.inference().of(new Expression.Paren(before.start(), before.end(), before), path.subList(0, at - 1)).flatMap(Shape::element);
    }

    private List<Entry> propertiesOf(Shape shape) {
        return switch (shape) {
            case Shape.Known known -> known.type().members().stream().filter(member -> !member.isStatic() && !member.isCalled()).map(member -> new Entry(member.name(), member.type(), member.description())).toList();
            case Shape.Declared declared -> declared.type().members().stream().filter(org.poshremote.language.syntax.Member.Property.class::isInstance)
                .map(member -> new Entry(member.name(), "", "")).toList();
            case Shape.Keys keys -> keys.entries().stream().flatMap(entry -> entry.key().constantText().stream()).map(key -> new Entry(key, "", "")).toList();
            case Shape.Properties properties -> properties.properties().stream().map(name -> new Entry(name, "", "")).toList();
            case Shape.Many many -> many.element().map(this::propertiesOf).orElse(new ArrayList<>());
            case Shape.Named named -> List.of();
        };
    }
}
