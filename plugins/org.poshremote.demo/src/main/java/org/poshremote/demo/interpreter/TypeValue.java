package org.poshremote.demo.interpreter;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.poshremote.language.syntax.TypeName;

/** A .NET type by its full name. The demo node knows the types of this list and no others. */
record TypeValue(String name) {
    private static final Map<String, String> SHORT = Map.ofEntries(
        Map.entry("int", "System.Int32"), Map.entry("int32", "System.Int32"), Map.entry("long", "System.Int64"), Map.entry("int64", "System.Int64"),
        Map.entry("uint32", "System.UInt32"), Map.entry("uint64", "System.UInt64"), Map.entry("int16", "System.Int16"), Map.entry("byte", "System.Byte"),
        Map.entry("double", "System.Double"), Map.entry("float", "System.Single"), Map.entry("single", "System.Single"), Map.entry("decimal", "System.Decimal"),
        Map.entry("string", "System.String"), Map.entry("char", "System.Char"), Map.entry("bool", "System.Boolean"), Map.entry("boolean", "System.Boolean"),
        Map.entry("switch", "System.Management.Automation.SwitchParameter"), Map.entry("object", "System.Object"), Map.entry("array", "System.Array"),
        Map.entry("hashtable", "System.Collections.Hashtable"), Map.entry("ordered", "System.Collections.Specialized.OrderedDictionary"),
        Map.entry("pscustomobject", "System.Management.Automation.PSObject"), Map.entry("psobject", "System.Management.Automation.PSObject"),
        Map.entry("scriptblock", "System.Management.Automation.ScriptBlock"), Map.entry("datetime", "System.DateTime"), Map.entry("timespan", "System.TimeSpan"),
        Map.entry("version", "System.Version"), Map.entry("void", "System.Void"), Map.entry("type", "System.Type"), Map.entry("regex", "System.Text.RegularExpressions.Regex"),
        Map.entry("guid", "System.Guid"), Map.entry("intptr", "System.IntPtr"), Map.entry("math", "System.Math"), Map.entry("convert", "System.Convert"),
        Map.entry("xml", "System.Xml.XmlDocument"), Map.entry("uri", "System.Uri"));
    private static final Set<String> KNOWN = Set.of("System.Console", "System.Environment", "System.Text.Encoding", "System.Text.UTF8Encoding", "System.Text.StringBuilder",
        "System.IO.MemoryStream", "System.IO.StreamReader", "System.IO.Compression.GZipStream", "System.IO.Compression.CompressionMode", "System.IO.Path", "System.IO.File",
        "System.Globalization.CultureInfo", "System.Security.Principal.WindowsPrincipal", "System.Security.Principal.WindowsIdentity",
        "System.Security.Principal.WindowsBuiltInRole", "System.Threading.Thread", "System.Exception", "System.ArgumentException", "System.InvalidOperationException",
        "System.DivideByZeroException", "System.Management.Automation.RuntimeException", "System.Management.Automation.CommandNotFoundException",
        "System.Management.Automation.ItemNotFoundException", "System.Management.Automation.ParameterBindingException", "System.Collections.ArrayList", "System.Collections.Generic.List", "System.Diagnostics.Stopwatch",
        "System.DayOfWeek", "System.StringComparer", "System.Net.Dns", "System.IO.IOException", "System.Collections.Generic.Dictionary");

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** @param namespaces of using statements */
    static TypeValue resolve(TypeName type, List<String> namespaces) {
        String name = type.name();
        String full = SHORT.get(folded(name));
        if (full == null) {
            full = known(name);
        }
        for (int i = 0; full == null && i < namespaces.size(); i++) {
            full = known(namespaces.get(i) + "." + name);
        }
        if (full == null) {
            throw new PsError(new ErrorRecord("Unable to find type [" + type.text() + "].", "TypeNotFound", "InvalidOperation", type.text() + ":TypeName", "",
                "RuntimeException", ""), false, null);
        }
        return new TypeValue(full + type.suffix());
    }

    private static String known(String name) {
        String bare = folded(name);
        String withSystem = bare.startsWith("system.") ? bare : "system." + bare;
        for (String candidate : KNOWN) {
            if (folded(candidate).equals(withSystem)) {
                return candidate;
            }
        }
        for (String candidate : SHORT.values()) {
            if (folded(candidate).equals(withSystem)) {
                return candidate;
            }
        }
        return null;
    }

    /** Where it is a name that New-Object is given. */
    static TypeValue named(String name) {
        int bracket = name.indexOf('[');
        String bare = bracket < 0 ? name : name.substring(0, bracket);
        String suffix = bracket < 0 || !name.endsWith("[]") ? "" : "[]";
        return resolve(new TypeName(0, 0, bare, List.of(), suffix), List.of());
    }

    String shortName() {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    static String nameOf(Object value) {
        return switch (value) {
            case null -> "null";
            case String s -> "System.String";
            case Integer i -> "System.Int32";
            case Long l -> "System.Int64";
            case Double d -> "System.Double";
            case BigDecimal d -> "System.Decimal";
            case Boolean b -> "System.Boolean";
            case Character c -> "System.Char";
            case byte[] bytes -> "System.Byte[]";
            case List<?> list -> "System.Object[]";
            case PsHashtable h -> "System.Collections.Hashtable";
            case PsObject o -> o.typeName();
            case ScriptBlockValue b -> "System.Management.Automation.ScriptBlock";
            case LocalDateTime d -> "System.DateTime";
            case ErrorRecord e -> "System.Management.Automation.ErrorRecord";
            case TypeValue t -> "System.RuntimeType";
            case DotNetObject object -> object.typeName();
            default -> "System.Object";
        };
    }
}
