package org.poshremote.language.rename;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.poshremote.language.analysis.AutomaticVariables;
import org.poshremote.language.knowledge.Knowledge;
import org.poshremote.language.navigation.Entity;
import org.poshremote.language.navigation.Navigation;
import org.poshremote.language.navigation.ScriptFileView;
import org.poshremote.language.workspace.FunctionSymbol;
import org.poshremote.language.workspace.ParameterSymbol;
import org.poshremote.language.workspace.TypeSymbol;

/** Whether something may be called that. */
final class NewNames {
    /** about_Reserved_Words, and words that begin a statement. */
    private static final Set<String> RESERVED = Set.of("assembly", "base", "begin", "break", "catch", "class", "clean", "command", "configuration", "continue", "data", "define", "do",
        "dynamicparam", "else", "elseif", "end", "enum", "exit", "filter", "finally", "for", "foreach", "from", "function", "hidden", "if", "in", "inlinescript", "interface",
        "module", "namespace", "parallel", "param", "private", "process", "public", "return", "sequence", "static", "switch", "throw", "trap", "try", "type", "until", "using",
        "var", "while", "workflow");
    /** Types that PowerShell knows by a short name. */
    private static final Set<String> KNOWN_TYPES = Set.of("adsi", "alias", "array", "bigint", "bool", "byte", "char", "cimclass", "ciminstance", "datetime", "decimal", "double", "float",
        "guid", "hashtable", "int", "int16", "int32", "int64", "ipaddress", "long", "mailaddress", "object", "ordered", "psobject", "pscustomobject", "pscredential", "ref", "regex", "sbyte",
        "scriptblock", "securestring", "short", "single", "string", "switch", "timespan", "type", "uint", "uint16", "uint32", "uint64", "ulong", "uri", "ushort", "version", "void",
        "wmi", "xml");
    /** Of every object. */
    private static final Set<String> KNOWN_MEMBERS = Set.of("new", "gettype", "tostring", "equals", "gethashcode", "finalize", "memberwiseclone", "referenceequals", "psobject", "pstypenames",
        "psbase", "foreach", "where");

    private NewNames() {
    }

    /** The name without what a person may have typed before it. */
    static String bare(Entity entity, String typed) {
        String name = typed.strip();
        boolean variable = entity instanceof Entity.Variable || entity instanceof Entity.RootVariable || entity instanceof Entity.Parameter;
        return variable && name.startsWith("$") || entity instanceof Entity.Parameter && name.startsWith("-") ? name.substring(1) : name;
    }

    static void check(Navigation navigation, ScriptFileView view, Entity entity, String oldName, String name) throws RenameRefused {
        if (name.equals(oldName)) {
            throw new RenameRefused("It is called " + oldName + " already.");
        }
        boolean otherCase = name.equalsIgnoreCase(oldName);
        switch (entity) {
            case Entity.Function function -> function(navigation, view, name, otherCase);
            case Entity.Type type -> type(navigation, name, otherCase);
            case Entity.Member member -> member(navigation, view, member, name, otherCase);
            case Entity.Parameter parameter -> {
                variable(name, "parameter");
                if (!otherCase) {
                    parameter(navigation, view, parameter, name);
                }
            }
            default -> variable(name, "variable");
        }
    }

    private static void function(Navigation navigation, ScriptFileView view, String name, boolean otherCase) throws RenameRefused {
        if (!name.matches("[\\p{L}_][\\p{L}\\p{Nd}_-]*") || name.endsWith("-")) {
            throw new RenameRefused("\"" + name + "\" cannot be the name of a function: it begins with a letter and consists of letters, digits, - and _, such as Get-Thing.");
        }
        reserved(name);
        if (otherCase) {
            return;
        }
        List<FunctionSymbol> taken = navigation.index().functionsSeenFrom(view.file(), name);
        if (!taken.isEmpty()) {
            throw new RenameRefused("There is a function " + taken.get(0).name() + " already, in " + place(taken.get(0)) + ".");
        }
        if (!navigation.index().aliases(name).isEmpty()) {
            throw new RenameRefused(name + " is an alias already, of " + navigation.index().aliases(name).get(0).command() + ".");
        }
        if (Knowledge.command(name).isPresent()) {
            throw new RenameRefused(name + " is a command that comes with PowerShell or Windows already; a function of that name would hide it.");
        }
        if (Knowledge.alias(name).isPresent()) {
            throw new RenameRefused(name + " is an alias of " + Knowledge.alias(name).get() + ", which would be called instead.");
        }
    }

    private static String place(FunctionSymbol function) {
        String uri = function.file().toString();
        return uri.substring(uri.lastIndexOf('/') + 1) + ", line " + function.named().startLine();
    }

    private static void type(Navigation navigation, String name, boolean otherCase) throws RenameRefused {
        if (!name.matches("[\\p{L}_][\\p{L}\\p{Nd}_]*")) {
            throw new RenameRefused("\"" + name + "\" cannot be the name of a class or enum: it begins with a letter and consists of letters, digits and _.");
        }
        reserved(name);
        if (!otherCase && KNOWN_TYPES.contains(name.toLowerCase(Locale.ROOT))) {
            throw new RenameRefused("[" + name + "] is a type of PowerShell already.");
        }
        List<TypeSymbol> taken = navigation.index().types(name);
        if (!otherCase && !taken.isEmpty()) {
            throw new RenameRefused("There is a class or enum " + taken.get(0).name() + " already.");
        }
    }

    private static void member(Navigation navigation, ScriptFileView view, Entity.Member member, String name, boolean otherCase) throws RenameRefused {
        if (!name.matches("[\\p{L}_][\\p{L}\\p{Nd}_]*")) {
            throw new RenameRefused("\"" + name + "\" cannot be the name of a member: it begins with a letter and consists of letters, digits and _.");
        }
        if (KNOWN_MEMBERS.contains(name.toLowerCase(Locale.ROOT)) || name.equalsIgnoreCase(member.type())) {
            throw new RenameRefused(name + " means something of its own in every class.");
        }
        boolean taken = navigation.index().typesStartingWith("").filter(type -> type.name().equalsIgnoreCase(member.type())
            || type.baseTypes().stream().anyMatch(base -> base.equalsIgnoreCase(member.type()))).anyMatch(type -> !type.members(name).isEmpty())
            || navigation.index().typesSeenFrom(view.file(), member.type()).stream().flatMap(type -> type.baseTypes().stream())
                .flatMap(base -> navigation.index().types(base).stream()).anyMatch(base -> !base.members(name).isEmpty());
        if (!otherCase && taken) {
            throw new RenameRefused("The class, one that it derives from or one that derives from it has a member " + name + " already.");
        }
    }

    private static void parameter(Navigation navigation, ScriptFileView view, Entity.Parameter parameter, String name) throws RenameRefused {
        List<ParameterSymbol> others;
        boolean advanced = false;
        switch (parameter.of()) {
            case Entity.Function function -> {
                List<FunctionSymbol> declared = function.isLocal() ? navigation.index().file(view.file()).stream().flatMap(file -> file.functions().stream())
                    .filter(each -> each.local() && each.name().equalsIgnoreCase(function.name())).toList() : navigation.index().functionsSeenFrom(view.file(), function.name());
                others = declared.stream().flatMap(each -> each.parameters().stream()).toList();
                advanced = declared.stream().anyMatch(FunctionSymbol::advanced);
            }
            case Entity.ScriptFile script -> {
                others = navigation.index().file(script.file()).stream().flatMap(file -> file.parameters().stream()).toList();
                advanced = true;
            }
        }
        if (others.stream().filter(each -> !each.name().equalsIgnoreCase(parameter.name())).anyMatch(each -> each.isCalled(name))) {
            throw new RenameRefused("There is a parameter or an alias " + name + " already.");
        }
        boolean common = Knowledge.commonParameters().stream().anyMatch(each -> each.name().equalsIgnoreCase(name));
        if (advanced && common) {
            throw new RenameRefused("-" + name + " is a common parameter that every advanced function has.");
        }
    }

    private static void variable(String name, String what) throws RenameRefused {
        if (!name.matches("[\\p{L}_][\\p{L}\\p{Nd}_]*")) {
            throw new RenameRefused("\"" + name + "\" cannot be the name of a " + what + " here: it begins with a letter and consists of letters, digits and _.");
        }
        if (AutomaticVariables.isAutomatic(name)) {
            throw new RenameRefused("PowerShell itself sets $" + name + "; nothing else can be called that.");
        }
        if (AutomaticVariables.isPreference(name)) {
            throw new RenameRefused("$" + name + " tells PowerShell how to behave; nothing else should be called that.");
        }
    }

    private static void reserved(String name) throws RenameRefused {
        if (RESERVED.contains(name.toLowerCase(Locale.ROOT))) {
            throw new RenameRefused("\"" + name + "\" is a word of the language itself.");
        }
    }
}
