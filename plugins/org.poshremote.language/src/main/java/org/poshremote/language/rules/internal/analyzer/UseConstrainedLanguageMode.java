package org.poshremote.language.rules.internal.analyzer;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.poshremote.language.analysis.Commands;
import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.Statement;

/** What is refused where the language is constrained. */
public final class UseConstrainedLanguageMode extends Rule {
    private static final Set<String> ALLOWED = Set.of("adsi", "adsisearcher", "alias", "allowemptycollection", "array", "bigint", "bool", "boolean", "byte", "char", "cimclass", "ciminstance",
        "cultureinfo", "datetime", "decimal", "double", "float", "guid", "hashtable", "int", "int16", "int32", "int64", "ipaddress", "long", "mailaddress", "math", "object", "pscredential",
        "pscustomobject", "psobject", "psprimitivedictionary", "regex", "sbyte", "securestring", "short", "single", "string", "switch", "timespan", "uint", "uint16", "uint32", "uint64",
        "ulong", "uri", "ushort", "version", "void", "wildcardpattern", "wmi", "wmiclass", "wmisearcher", "x500distinguishedname", "x509certificate", "xml", "convert", "text.encoding");

    public UseConstrainedLanguageMode() {
        super("PSUseConstrainedLanguageMode", Severity.WARNING, false);
    }

    @Override
    protected void begin(Inspection on) {
        on.eachCommand(List.of("Add-Type"), command -> {
            if (!Commands.hasParameter(command, "AssemblyName", "a")) {
                on.report(command.elements().get(0), "Add-Type");
            }
        });
        on.eachCommand(List.of("New-Object"), command -> {
            boolean refused = Commands.hasParameter(command, "ComObject", "com")
                || Commands.argument(command, "TypeName", 0).flatMap(Expression::constantText).filter(name -> !allowed(name)).isPresent();
            if (refused) {
                on.report(command.elements().get(0), "New-Object with this type");
            }
        });
        on.each(Statement.TypeDefinition.class, type -> on.at(type.nameStart(), type.nameEnd()).with(type.keyword()).report());
        on.each(Expression.Invoke.class, call -> {
            if (call.isStatic() && call.target() instanceof Expression.TypeLiteral type && !allowed(type.type().name())) {
                on.report(call, "methods of [" + type.type().text() + "]");
            }
        });
    }

    private static boolean allowed(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return ALLOWED.contains(lower.startsWith("system.") ? lower.substring("system.".length()) : lower);
    }
}
