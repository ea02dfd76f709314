package org.poshremote.language.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.poshremote.language.analysis.ScriptModel;
import org.poshremote.language.knowledge.Knowledge;
import org.poshremote.language.knowledge.KnownCommand;
import org.poshremote.language.knowledge.KnownParameter;
import org.poshremote.language.knowledge.ParameterSet;
import org.poshremote.language.rules.TargetFacts;
import org.poshremote.language.rules.internal.target.TargetCommands;
import org.poshremote.language.syntax.PipelineElement;
import org.poshremote.language.syntax.Statement;

/** Finds what a command's name means: a function here, one of other scripts, what comes with PowerShell and Windows, what the node has. */
public final class CommandFinder {
    private final ScriptModel model;
    private final OtherScripts others;
    private final TargetFacts target;

    public CommandFinder(ScriptModel model, OtherScripts others, TargetFacts target) {
        this.model = model;
        this.others = others;
        this.target = target;
    }

    public Optional<CommandInfo> of(PipelineElement.Command command) {
        return command.name().isEmpty() ? Optional.empty() : find(command.name(), command.start());
    }

    /** @param name a name or an alias, in any case; with a module and a backslash before it only what comes with modules is meant */
    public Optional<CommandInfo> find(String name, int offset) {
        String plain = name.substring(name.lastIndexOf('\\') + 1);
        if (plain.length() == name.length()) {
            List<Statement.Function> here = model.scopeAt(offset).function(name);
            Optional<Statement.Function> anywhere = here.isEmpty() ? model.functions().stream().filter(function -> function.name().equalsIgnoreCase(name)).findFirst()
                : Optional.of(here.get(here.size() - 1));
            if (anywhere.isPresent()) {
                return Optional.of(FunctionReader.function(model, anywhere.get(), ""));
            }
        }
        return others.function(plain).map(found -> FunctionReader.function(found.model(), found.declaration(), found.file()))
            .or(() -> Knowledge.resolve(plain).map(this::known)).or(() -> ofNode(plain));
    }

    /** The script itself as a command. */
    public static CommandInfo script(ScriptModel model, String name) {
        return FunctionReader.script(model, name);
    }

    public static CommandInfo function(ScriptModel model, Statement.Function function) {
        return FunctionReader.function(model, function, "");
    }

    // ---- what comes with PowerShell and Windows

    public CommandInfo known(KnownCommand command) {
        List<ParameterInfo> parameters = command.parameters().stream().map(parameter -> parameter(command, parameter)).toList();
        List<CommandInfo.Member.Set> sets = new ArrayList<>();
        for (ParameterSet set : command.sets()) {
            sets.add(new CommandInfo.Member.Set("", set.members().stream().map(member -> new CommandInfo.Member(
                parameters.stream().filter(each -> each.name().equals(member.parameter().name())).findFirst().orElseThrow(), member.mandatory(), member.positional())).toList()));
        }
        if (sets.isEmpty()) {
            sets.add(new CommandInfo.Member.Set("", parameters.stream().map(each -> new CommandInfo.Member(each, false, false)).toList()));
        }
        return new CommandInfo(command.name(), CommandInfo.Kind.KNOWN, command.module(), command.synopsis(), parameters, sets, true, isMissing(command.name(), Optional.of(command)),
            command.presence().words(), Optional.empty());
    }

    private ParameterInfo parameter(KnownCommand command, KnownParameter known) {
        boolean everywhere = known.presence().bits() == command.presence().bits() && known.presence().minor7() == command.presence().minor7();
        Optional<ParameterInfo> like = List.of(CommonParameters.WHAT_IF, CommonParameters.CONFIRM).stream().filter(each -> each.name().equals(known.name()) && known.isSwitch()).findFirst();
        boolean missing = TargetCommands.isMissing(target, command, known.name(), Optional.of(known));
        return new ParameterInfo(known.name(), known.type(), known.values(), like.map(ParameterInfo::aliases).orElse(ParameterAliases.of(command.name(), known.name())), like.isPresent(),
            missing, everywhere ? "" : known.presence().words(), like.flatMap(ParameterInfo::description));
    }

    /** @param name of a command or an alias */
    public boolean isMissing(String name, Optional<KnownCommand> known) {
        return TargetCommands.command(target, name, known) != TargetCommands.Finding.THERE;
    }

    // ---- what the node has

    private Optional<CommandInfo> ofNode(String name) {
        Set<String> parameters = target.commands().map(commands -> commands.get(name.toLowerCase(Locale.ROOT))).orElse(null);
        if (parameters == null) {
            return Optional.empty();
        }
        List<ParameterInfo> infos = parameters.stream().sorted().map(each -> new ParameterInfo(each, "", List.of(), List.of(), false, false, "", Optional.empty())).toList();
        return Optional.of(new CommandInfo(name, CommandInfo.Kind.OF_NODE, target.name(), Optional.empty(), infos,
            List.of(new CommandInfo.Member.Set("", infos.stream().map(each -> new CommandInfo.Member(each, false, false)).toList())), false, false, "", Optional.empty()));
    }
}
