package org.poshremote.demo.interpreter;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The static members of .NET types that the demo node knows; what is not here is refused. None reaches the local machine. */
final class DotNetStatics {
    private DotNetStatics() {
    }

    /** @return whether the type has such a property that can be set */
    static boolean setStaticMember(TypeValue type, String name, Object value, Session session) {
        switch (type.name() + "::" + name.toLowerCase(Locale.ROOT)) {
            case "System.Console::outputencoding" -> session.outputEncoding(charset(value), page(value));
            case "System.Console::inputencoding" -> session.inputEncoding(charset(value), page(value));
            case "System.Environment::currentdirectory" -> session.processFolder = Values.text(value);
            default -> {
                return false;
            }
        }
        return true;
    }

    private static DotNetObject encodingOf(Object value) {
        if (value instanceof DotNetObjects.Simple object && object.typeName().equals("System.Text.Encoding")) {
            return object;
        }
        throw PsError.runtime("Cannot convert the value to type \"System.Text.Encoding\".", "PropertyAssignmentException");
    }

    private static Charset charset(Object encoding) {
        return Charset.forName(Values.text(encodingOf(encoding).property("webname")));
    }

    private static int page(Object encoding) {
        return Values.integer(encodingOf(encoding).property("codepage"));
    }

    static Object staticMember(TypeValue type, String name, Session session) {
        String lower = name.toLowerCase(Locale.ROOT);
        Object value = switch (type.name()) {
            case "System.Console" -> switch (lower) {
                case "outputencoding" -> DotNetObjects.encoding(session.charset, session.outputPage);
                case "inputencoding" -> DotNetObjects.encoding(session.inputCharset, session.inputPage);
                case "in" -> DotNetObjects.reader(session);
                case "out" -> DotNetObjects.writer(session, session.host::output);
                case "error" -> DotNetObjects.writer(session, session.shellError());
                default -> DotNetObject.NONE;
            };
            case "System.Environment" -> switch (lower) {
                case "version" -> VersionValue.of(session.machine.clrVersion());
                case "osversion" -> new DotNetObjects.Simple("System.OperatingSystem", Map.of("version", VersionValue.of(session.machine.osVersion()), "platform", "Win32NT", "versionstring",
                    "Microsoft Windows NT " + session.machine.osVersion(), "servicepack", ""), (n, a) -> n.equals("tostring") ? "Microsoft Windows NT " + session.machine.osVersion() : DotNetObject.NONE);
                case "machinename" -> session.machine.computerName();
                case "username" -> session.environment.get("USERNAME");
                case "userdomainname" -> session.environment.get("USERDOMAIN");
                case "newline" -> "\r\n";
                case "is64bitprocess", "is64bitoperatingsystem" -> session.machine.bits() == 64;
                case "processorcount" -> 2;
                case "currentdirectory" -> session.processFolder.isEmpty() ? session.folder : session.processFolder;
                case "systemdirectory" -> "C:\\Windows\\system32";
                case "tickcount" -> (int) (System.nanoTime() / 1_000_000);
                default -> DotNetObject.NONE;
            };
            case "System.Text.Encoding" -> switch (lower) {
                case "utf8" -> DotNetObjects.encoding(StandardCharsets.UTF_8, 65001);
                case "ascii" -> DotNetObjects.encoding(StandardCharsets.US_ASCII, 20127);
                case "unicode" -> DotNetObjects.encoding(StandardCharsets.UTF_16LE, 1200);
                case "bigendianunicode" -> DotNetObjects.encoding(StandardCharsets.UTF_16BE, 1201);
                case "default" -> DotNetObjects.encoding(Charset.forName("windows-1252"), 1252);
                default -> DotNetObject.NONE;
            };
            case "System.IntPtr" -> lower.equals("size") ? (Object) (session.machine.bits() / 8) : DotNetObject.NONE;
            case "System.Globalization.CultureInfo" -> lower.startsWith("current") || lower.equals("installeduiculture") ? DotNetObjects.culture(session.machine.culture()) : lower.equals("invariantculture")
                ? DotNetObjects.culture("") : DotNetObject.NONE;
            case "System.Threading.Thread" -> lower.equals("currentthread") ? new DotNetObjects.Simple("System.Threading.Thread", Map.of("currentculture", DotNetObjects.culture(session.machine.culture()), "currentuiculture",
                DotNetObjects.culture(session.machine.culture()), "managedthreadid", 1), (n, a) -> DotNetObject.NONE) : DotNetObject.NONE;
            case "System.IO.Compression.CompressionMode", "System.Security.Principal.WindowsBuiltInRole", "System.DayOfWeek" -> name;
            case "System.Int32" -> lower.equals("maxvalue") ? (Object) Integer.MAX_VALUE : lower.equals("minvalue") ? (Object) Integer.MIN_VALUE : DotNetObject.NONE;
            case "System.Int64" -> lower.equals("maxvalue") ? (Object) Long.MAX_VALUE : lower.equals("minvalue") ? (Object) Long.MIN_VALUE : DotNetObject.NONE;
            case "System.Double" -> lower.equals("maxvalue") ? (Object) Double.MAX_VALUE : lower.equals("nan") ? (Object) Double.NaN : DotNetObject.NONE;
            case "System.String" -> lower.equals("empty") ? "" : DotNetObject.NONE;
            case "System.Math" -> lower.equals("pi") ? (Object) Math.PI : lower.equals("e") ? (Object) Math.E : DotNetObject.NONE;
            case "System.DateTime" -> lower.equals("now") || lower.equals("utcnow") ? LocalDateTime.now(session.clock) : lower.equals("today")
                ? LocalDateTime.now(session.clock).toLocalDate().atStartOfDay() : DotNetObject.NONE;
            case "System.Guid" -> lower.equals("empty") ? "00000000-0000-0000-0000-000000000000" : DotNetObject.NONE;
            case "System.IO.Path" -> lower.equals("directoryseparatorchar") ? (Object) '\\' : DotNetObject.NONE;
            default -> DotNetObject.NONE;
        };
        if (value == DotNetObject.NONE) {
            throw PsError.notSupported("[" + type.name() + "]::" + name);
        }
        return value;
    }

    static Object staticCall(TypeValue type, String name, List<Object> arguments, Session session) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.equals("new")) {
            return DotNetObjects.make(type.name(), arguments, session);
        }
        Object first = arguments.isEmpty() ? null : arguments.get(0);
        Object value = switch (type.name() + "::" + lower) {
            case "System.Console::openstandardinput" -> new DotNetObjects.Stream(session.standardInput(), null);
            case "System.Console::openstandardoutput" -> new DotNetObjects.Stream(null, session.context.stdout());
            case "System.Console::openstandarderror" -> new DotNetObjects.Stream(null, session.context.stderr());
            case "System.Console::writeline" -> {
                session.host.output((arguments.isEmpty() ? "" : DotNetObjects.formatted(arguments)) + "\r\n");
                yield null;
            }
            case "System.Console::write" -> {
                session.host.output(DotNetObjects.formatted(arguments));
                yield null;
            }
            case "System.Console::readline" -> DotNetObjects.reader(session).call("readline", List.of());
            case "System.Management.Automation.ScriptBlock::create" -> session.scriptBlock(Values.text(first));
            case "System.Security.Principal.WindowsIdentity::getcurrent" -> new DotNetObjects.Simple("System.Security.Principal.WindowsIdentity", Map.of("name",
                session.machine.computerName() + "\\" + session.environment.getOrDefault("USERNAME", "demo"), "isauthenticated", true), (n, a) -> DotNetObject.NONE);
            case "System.Environment::getenvironmentvariable" -> session.environment.get(Values.text(first));
            case "System.Environment::setenvironmentvariable" -> {
                session.environment.put(Values.text(first), Values.text(arguments.get(1)));
                yield null;
            }
            case "System.Environment::exit" -> throw new Leave.Exit(Values.integer(first));
            case "System.Environment::getfolderpath" -> "C:\\Users\\demo";
            case "System.String::isnullorempty" -> Values.text(first).isEmpty();
            case "System.String::isnullorwhitespace" -> Values.text(first).isBlank();
            case "System.String::join" -> String.join(Values.text(first), (arguments.size() == 2 ? Values.list(arguments.get(1)) : arguments.subList(1, arguments.size())).stream().map(Values::text).toList());
            case "System.String::format" -> DotNetObjects.formatted(arguments);
            case "System.String::concat" -> String.join("", arguments.stream().map(Values::text).toList());
            case "System.Convert::tobase64string" -> Base64.getEncoder().encodeToString(first instanceof byte[] bytes ? bytes : Conversions.bytes(Values.list(first)));
            case "System.Convert::frombase64string" -> decoded(Values.text(first));
            case "System.Convert::toint32" -> arguments.size() > 1 ? (Object) Integer.parseInt(Values.text(first), Values.integer(arguments.get(1))) : (Object) Values.integer(first);
            case "System.Math::abs" -> session.operators.apply(Values.number(first).doubleValue() < 0 ? "-" : "+", 0, first);
            case "System.Math::max" -> Operators.order(first, arguments.get(1), false) >= 0 ? first : arguments.get(1);
            case "System.Math::min" -> Operators.order(first, arguments.get(1), false) <= 0 ? first : arguments.get(1);
            case "System.Math::floor" -> Math.floor(Values.number(first).doubleValue());
            case "System.Math::ceiling" -> Math.ceil(Values.number(first).doubleValue());
            case "System.Math::sqrt" -> Math.sqrt(Values.number(first).doubleValue());
            case "System.Math::pow" -> Math.pow(Values.number(first).doubleValue(), Values.number(arguments.get(1)).doubleValue());
            case "System.Math::truncate" -> (double) (long) Values.number(first).doubleValue();
            case "System.Math::round" -> new java.math.BigDecimal(Values.number(first).toString()).setScale(arguments.size() > 1 ? Values.integer(arguments.get(1)) : 0,
                java.math.RoundingMode.HALF_EVEN).doubleValue();
            case "System.Guid::newguid" -> new java.util.UUID(session.random.nextLong(), session.random.nextLong()).toString();
            case "System.Int32::parse" -> Values.integer(first);
            case "System.Text.Encoding::getencoding" -> DotNetObjects.namedEncoding(first);
            case "System.IO.Path::combine" -> String.join("\\", arguments.stream().map(Values::text).map(p -> p.replaceAll("\\\\+$", "")).toList());
            case "System.IO.Path::getfilename" -> Values.text(first).substring(Values.text(first).lastIndexOf('\\') + 1);
            case "System.IO.Path::gettemppath" -> "C:\\Users\\demo\\AppData\\Local\\Temp\\";
            case "System.IO.File::exists" -> session.cmdlets.files().exists(Values.text(first)) && !session.cmdlets.files().isFolder(Values.text(first));
            case "System.IO.File::readalltext" -> session.cmdlets.files().read(Values.text(first));
            case "System.IO.File::writealltext" -> {
                session.cmdlets.files().write(Values.text(first), Values.text(arguments.get(1)), false);
                yield null;
            }
            case "System.Text.RegularExpressions.Regex::escape" -> Values.text(first).replaceAll("([\\\\*+?|{\\[()^$.# ])", "\\\\$1");
            case "System.Text.RegularExpressions.Regex::ismatch" -> Patterns.regex(Values.text(arguments.get(1)), true).matcher(new BoundedText(Values.text(first))).find();
            case "System.Text.RegularExpressions.Regex::replace" -> session.operators.apply("-creplace", first, List.of(arguments.get(1), arguments.get(2)));
            case "System.Char::isdigit" -> Character.isDigit(Values.text(first).charAt(0));
            case "System.Char::isletter" -> Character.isLetter(Values.text(first).charAt(0));
            case "System.DateTime::parse" -> Conversions.to(type, first, session);
            case "System.Threading.Thread::sleep" -> {
                try {
                    Thread.sleep(Math.max(0, Values.whole(first)));
                } catch (InterruptedException e) {
                    throw new Leave.Interrupted();
                }
                yield null;
            }
            default -> DotNetObject.NONE;
        };
        if (value == DotNetObject.NONE) {
            throw PsError.notSupported("[" + type.name() + "]::" + name + "()");
        }
        return value;
    }

    private static byte[] decoded(String text) {
        try {
            return Base64.getMimeDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw PsError.runtime("Exception calling \"FromBase64String\": \"The input is not a valid Base-64 string.\"", "FormatException", "NotSpecified", "MethodInvocationException");
        }
    }
}
