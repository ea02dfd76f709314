package org.poshremote.demo.interpreter;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.zip.GZIPInputStream;

/** The members of .NET types that the demo node knows; what is not here is refused. None reaches the local machine. */
final class DotNet {
    private DotNet() {
    }

    /** An object whose members are given as functions of its type. */
    private record Simple(String typeName, Map<String, Object> properties, BiFunction<String, List<Object>, Object> methods) implements DotNetObject {
        @Override
        public Object property(String lowerName) {
            return properties.containsKey(lowerName) ? properties.get(lowerName) : NONE;
        }

        @Override
        public Object call(String lowerName, List<Object> arguments) {
            return methods.apply(lowerName, arguments);
        }

        @Override
        public String toString() {
            Object own = methods.apply("tostring", List.of());
            return own == NONE ? typeName : Values.text(own);
        }
    }

    private record Stream(InputStream in, OutputStream out) implements DotNetObject {
        @Override
        public String typeName() {
            return "System.IO.Stream";
        }

        @Override
        public Object property(String lowerName) {
            return lowerName.equals("canread") ? (Object) (in != null) : NONE;
        }

        @Override
        public Object call(String lowerName, List<Object> arguments) {
            try {
                return switch (lowerName) {
                    case "readbyte" -> in.read();
                    case "read" -> Math.max(0, in.read((byte[]) arguments.get(0), Values.integer(arguments.get(1)), Values.integer(arguments.get(2))));
                    case "write" -> {
                        out.write(arguments.get(0) instanceof byte[] bytes ? bytes : Conversions.bytes(Values.list(arguments.get(0))), Values.integer(arguments.get(1)), Values.integer(arguments.get(2)));
                        yield null;
                    }
                    case "writebyte" -> {
                        out.write(Values.integer(arguments.get(0)));
                        yield null;
                    }
                    case "flush" -> {
                        out.flush();
                        yield null;
                    }
                    case "close", "dispose" -> null;
                    default -> NONE;
                };
            } catch (java.io.InterruptedIOException e) {
                throw new Leave.Interrupted();
            } catch (IOException e) {
                throw PsError.runtime("Exception calling \"" + lowerName + "\": \"" + e.getMessage() + "\"", "IOException", "NotSpecified", "MethodInvocationException");
            }
        }
    }

    static DotNetObject exception(String type, String message) {
        return new Simple(type, Map.of("message", message, "hresult", -2146233088), (name, arguments) -> name.equals("tostring") && arguments.isEmpty() ? type + ": " + message
            : name.equals("gettype") ? new TypeValue(type) : DotNetObject.NONE);
    }

    static Object errorMember(ErrorRecord error, String lower) {
        return switch (lower) {
            case "exception" -> new Simple("System.Management.Automation." + error.type(), Map.of("message", error.message(), "hresult", -2146233087),
                (name, arguments) -> switch (name) {
                    case "tostring" -> error.message();
                    case "gettype" -> new TypeValue("System.Management.Automation." + error.type());
                    default -> DotNetObject.NONE;
                });
            case "fullyqualifiederrorid" -> error.id();
            case "categoryinfo" -> PsObject.of("System.Management.Automation.ErrorCategoryInfo", "Category", error.category(), "Activity", error.activity(), "TargetName", error.target(),
                "Reason", error.type(), "ToString()", error.category() + ": (" + error.target() + ") [" + error.activity() + "], " + error.type());
            case "invocationinfo" -> invocation(error);
            case "scriptstacktrace" -> "at <ScriptBlock>, <No file>";
            case "targetobject" -> error.target();
            default -> null;
        };
    }

    private static PsObject invocation(ErrorRecord error) {
        String[] lines = error.position().split("\r\n");
        java.util.regex.Matcher at = java.util.regex.Pattern.compile("line:(\\d+) char:(\\d+)").matcher(lines[0]);
        boolean found = at.find();
        return PsObject.of("System.Management.Automation.InvocationInfo", "ScriptLineNumber", found ? Integer.parseInt(at.group(1)) : 0, "OffsetInLine",
            found ? Integer.parseInt(at.group(2)) : 0, "Line", lines.length > 1 ? lines[1].substring(Math.min(2, lines[1].length())) : "", "PositionMessage", error.position(),
            "ScriptName", null, "MyCommand", error.activity());
    }

    static Object dateMember(LocalDateTime date, String lower) {
        return switch (lower) {
            case "year" -> date.getYear();
            case "month" -> date.getMonthValue();
            case "day" -> date.getDayOfMonth();
            case "hour" -> date.getHour();
            case "minute" -> date.getMinute();
            case "second" -> date.getSecond();
            case "millisecond" -> date.getNano() / 1_000_000;
            case "dayofyear" -> date.getDayOfYear();
            case "dayofweek" -> date.getDayOfWeek().getDisplayName(java.time.format.TextStyle.FULL, Locale.ROOT);
            case "ticks" -> date.toEpochSecond(java.time.ZoneOffset.UTC) * 10_000_000L + 621_355_968_000_000_000L;
            default -> null;
        };
    }

    // ---- static

    private static DotNetObject encoding(Charset charset, int codePage) {
        return new Simple("System.Text.Encoding", Map.of("codepage", codePage, "webname", charset.name().toLowerCase(Locale.ROOT), "encodingname", charset.displayName()),
            (name, arguments) -> switch (name) {
                case "getbytes" -> Values.text(arguments.get(0)).getBytes(charset);
                case "getstring" -> {
                    byte[] bytes = arguments.get(0) instanceof byte[] own ? own : Conversions.bytes(Values.list(arguments.get(0)));
                    int from = arguments.size() > 1 ? Values.integer(arguments.get(1)) : 0;
                    int count = arguments.size() > 2 ? Values.integer(arguments.get(2)) : bytes.length - from;
                    if (from < 0 || count < 0 || from + count > bytes.length) {
                        throw PsError.runtime("Exception calling \"GetString\": \"Index and count must refer to a location within the buffer.\"", "ArgumentOutOfRangeException", "NotSpecified",
                            "MethodInvocationException");
                    }
                    yield new String(bytes, from, count, charset);
                }
                case "getbytecount" -> Values.text(arguments.get(0)).getBytes(charset).length;
                default -> DotNetObject.NONE;
            });
    }

    static Object staticMember(TypeValue type, String name, Session session) {
        String lower = name.toLowerCase(Locale.ROOT);
        Object value = switch (type.name()) {
            case "System.Console" -> switch (lower) {
                case "outputencoding", "inputencoding" -> encoding(session.charset, session.context.codePage());
                case "in" -> reader(session);
                case "out" -> writer(session, session.host::output);
                case "error" -> writer(session, session.shellError());
                default -> DotNetObject.NONE;
            };
            case "System.Environment" -> switch (lower) {
                case "version" -> VersionValue.of(session.machine.clrVersion());
                case "osversion" -> new Simple("System.OperatingSystem", Map.of("version", VersionValue.of(session.machine.osVersion()), "platform", "Win32NT", "versionstring",
                    "Microsoft Windows NT " + session.machine.osVersion(), "servicepack", ""), (n, a) -> n.equals("tostring") ? "Microsoft Windows NT " + session.machine.osVersion() : DotNetObject.NONE);
                case "machinename" -> session.machine.computerName();
                case "username" -> session.environment.get("USERNAME");
                case "userdomainname" -> session.environment.get("USERDOMAIN");
                case "newline" -> "\r\n";
                case "is64bitprocess", "is64bitoperatingsystem" -> session.machine.bits() == 64;
                case "processorcount" -> 2;
                case "currentdirectory" -> session.folder;
                case "systemdirectory" -> "C:\\Windows\\system32";
                case "tickcount" -> (int) (System.nanoTime() / 1_000_000);
                default -> DotNetObject.NONE;
            };
            case "System.Text.Encoding" -> switch (lower) {
                case "utf8" -> encoding(StandardCharsets.UTF_8, 65001);
                case "ascii" -> encoding(StandardCharsets.US_ASCII, 20127);
                case "unicode" -> encoding(StandardCharsets.UTF_16LE, 1200);
                case "bigendianunicode" -> encoding(StandardCharsets.UTF_16BE, 1201);
                case "default" -> encoding(Charset.forName("windows-1252"), 1252);
                default -> DotNetObject.NONE;
            };
            case "System.IntPtr" -> lower.equals("size") ? (Object) (session.machine.bits() / 8) : DotNetObject.NONE;
            case "System.Globalization.CultureInfo" -> lower.startsWith("current") || lower.equals("installeduiculture") ? culture(session.machine.culture()) : lower.equals("invariantculture")
                ? culture("") : DotNetObject.NONE;
            case "System.Threading.Thread" -> lower.equals("currentthread") ? new Simple("System.Threading.Thread", Map.of("currentculture", culture(session.machine.culture()), "currentuiculture",
                culture(session.machine.culture()), "managedthreadid", 1), (n, a) -> DotNetObject.NONE) : DotNetObject.NONE;
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

    private static DotNetObject culture(String name) {
        return new Simple("System.Globalization.CultureInfo", Map.of("name", name, "lcid", 1033, "displayname", name), (n, a) -> n.equals("tostring") ? name : DotNetObject.NONE);
    }

    private static DotNetObject reader(Session session) {
        return new Simple("System.IO.TextReader", Map.of(), (name, arguments) -> {
            try {
                return switch (name) {
                    case "readline" -> session.console().readLine();
                    case "read" -> session.console().read();
                    case "peek" -> -1;
                    case "readtoend" -> {
                        StringBuilder all = new StringBuilder();
                        char[] buffer = new char[8192];
                        for (int count = session.console().read(buffer); count >= 0; count = session.console().read(buffer)) {
                            all.append(buffer, 0, count);
                            Values.bounded(all);
                        }
                        yield all.toString();
                    }
                    default -> DotNetObject.NONE;
                };
            } catch (java.io.InterruptedIOException e) {
                throw new Leave.Interrupted();
            } catch (IOException e) {
                return null;
            }
        });
    }

    private static DotNetObject writer(Session session, java.util.function.Consumer<String> to) {
        return new Simple("System.IO.TextWriter", Map.of("encoding", encoding(session.charset, session.context.codePage())), (name, arguments) -> switch (name) {
            case "write" -> {
                to.accept(arguments.isEmpty() ? "" : formatted(arguments));
                yield null;
            }
            case "writeline" -> {
                to.accept((arguments.isEmpty() ? "" : formatted(arguments)) + "\r\n");
                yield null;
            }
            case "flush" -> null;
            default -> DotNetObject.NONE;
        });
    }

    private static String formatted(List<Object> arguments) {
        return arguments.size() == 1 ? Values.text(arguments.get(0)) : Formats.format(Values.text(arguments.get(0)), arguments.subList(1, arguments.size()));
    }

    static Object staticCall(TypeValue type, String name, List<Object> arguments, Session session) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.equals("new")) {
            return make(type.name(), arguments, session);
        }
        Object first = arguments.isEmpty() ? null : arguments.get(0);
        Object value = switch (type.name() + "::" + lower) {
            case "System.Console::openstandardinput" -> new Stream(session.standardInput(), null);
            case "System.Console::openstandardoutput" -> new Stream(null, session.context.stdout());
            case "System.Console::openstandarderror" -> new Stream(null, session.context.stderr());
            case "System.Console::writeline" -> {
                session.host.output((arguments.isEmpty() ? "" : formatted(arguments)) + "\r\n");
                yield null;
            }
            case "System.Console::write" -> {
                session.host.output(formatted(arguments));
                yield null;
            }
            case "System.Console::readline" -> reader(session).call("readline", List.of());
            case "System.Management.Automation.ScriptBlock::create" -> session.scriptBlock(Values.text(first));
            case "System.Security.Principal.WindowsIdentity::getcurrent" -> new Simple("System.Security.Principal.WindowsIdentity", Map.of("name",
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
            case "System.String::format" -> formatted(arguments);
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
            case "System.Text.Encoding::getencoding" -> namedEncoding(first);
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

    private static Object namedEncoding(Object name) {
        try {
            if (name instanceof Number number) {
                return encoding(CommandShell.charset(number.intValue()), number.intValue());
            }
            return encoding(Charset.forName(Values.text(name)), 0);
        } catch (IllegalArgumentException e) {
            throw PsError.runtime("'" + Values.text(name) + "' is not a supported encoding name.", "ArgumentException", "NotSpecified", "MethodInvocationException");
        }
    }

    private static byte[] decoded(String text) {
        try {
            return Base64.getMimeDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw PsError.runtime("Exception calling \"FromBase64String\": \"The input is not a valid Base-64 string.\"", "FormatException", "NotSpecified", "MethodInvocationException");
        }
    }

    // ---- objects

    static Object make(String typeName, List<Object> arguments, Session session) {
        String suffix = typeName.endsWith("[]") ? "[]" : "";
        String bare = typeName.replaceAll("`1$", "").replaceAll("\\[.*", "");
        TypeValue type = TypeValue.resolve(new org.poshremote.language.syntax.TypeName(0, 0, bare, List.of(), suffix), session.namespaces);
        Object first = arguments.isEmpty() ? null : arguments.get(0);
        if (!suffix.isEmpty()) {
            int size = Values.integer(first);
            session.reserve(type.name().equals("System.Byte[]") ? size / 16 : size);
            return type.name().equals("System.Byte[]") ? new byte[size] : new ArrayList<>(java.util.Collections.nCopies(size, type.name().startsWith("System.Int") ? (Object) 0 : null));
        }
        return switch (type.name()) {
            case "System.IO.MemoryStream" -> new Stream(new ByteArrayInputStream(first == null ? new byte[0] : first instanceof byte[] bytes ? bytes : Conversions.bytes(Values.list(first))), null);
            case "System.IO.Compression.GZipStream" -> gunzip((Stream) first);
            case "System.IO.StreamReader" -> streamReader((Stream) first);
            case "System.Security.Principal.WindowsPrincipal" -> new Simple(type.name(), Map.of(), (name, a) -> name.equals("isinrole") ? (Object) true : DotNetObject.NONE);
            case "System.Text.StringBuilder" -> builder(Values.text(first));
            case "System.Text.UTF8Encoding" -> encoding(StandardCharsets.UTF_8, 65001);
            case "System.Collections.ArrayList", "System.Collections.Generic.List" -> first == null ? new ArrayList<>() : Values.list(first);
            case "System.Collections.Hashtable", "System.Collections.Specialized.OrderedDictionary", "System.Collections.Generic.Dictionary" -> new PsHashtable();
            case "System.Management.Automation.PSObject", "System.Object" -> new PsObject("System.Management.Automation.PSCustomObject");
            case "System.Version" -> VersionValue.of(arguments.size() > 1 ? String.join(".", arguments.stream().map(Values::text).toList()) : first);
            case "System.Exception", "System.ArgumentException", "System.InvalidOperationException", "System.IO.IOException", "System.Management.Automation.RuntimeException" ->
                exception(type.name(), Values.text(first));
            case "System.String" -> first instanceof Character c && arguments.size() > 1 ? String.valueOf(c).repeat(Math.min(Values.integer(arguments.get(1)), Values.LONGEST_TEXT)) : Values.text(first);
            case "System.DateTime" -> LocalDateTime.of(Values.integer(first), Values.integer(arguments.get(1)), Values.integer(arguments.get(2)), 0, 0);
            case "System.Globalization.CultureInfo" -> culture(Values.text(first));
            default -> throw PsError.notSupported("objects of type " + type.name());
        };
    }

    private static Stream gunzip(Stream packed) {
        try {
            return new Stream(new GZIPInputStream(packed.in()), null);
        } catch (IOException e) {
            throw PsError.runtime("Exception calling \".ctor\": \"" + e.getMessage() + "\"", "InvalidDataException", "NotSpecified", "MethodInvocationException");
        }
    }

    private static DotNetObject streamReader(Stream stream) {
        return new Simple("System.IO.StreamReader", Map.of(), (name, arguments) -> {
            try {
                return name.equals("readtoend") ? (Object) new String(stream.in().readNBytes(Values.LONGEST_TEXT), StandardCharsets.UTF_8) : name.equals("close") || name.equals("dispose") ? null : DotNetObject.NONE;
            } catch (IOException e) {
                return null;
            }
        });
    }

    private static DotNetObject builder(String begin) {
        StringBuilder text = new StringBuilder(begin);
        DotNetObject[] self = new DotNetObject[1];
        self[0] = new Simple("System.Text.StringBuilder", Map.of(), (name, arguments) -> switch (name) {
            case "append" -> {
                text.append(Values.text(arguments.get(0)));
                Values.bounded(text);
                yield self[0];
            }
            case "appendline" -> {
                text.append(arguments.isEmpty() ? "" : Values.text(arguments.get(0))).append("\r\n");
                Values.bounded(text);
                yield self[0];
            }
            case "tostring" -> text.toString();
            case "clear" -> {
                text.setLength(0);
                yield self[0];
            }
            default -> DotNetObject.NONE;
        });
        return self[0];
    }

    // ---- methods of values

    static Object call(Object target, String name, List<Object> arguments, Session session) {
        String lower = name.toLowerCase(Locale.ROOT);
        Object value = switch (target) {
            case DotNetObject object -> object.call(lower, arguments);
            case String text -> Texts.call(text, lower, arguments, session);
            case Character c -> Texts.call(String.valueOf(c), lower, arguments, session);
            case List<?> list -> lists(list, lower, arguments, session);
            case PsHashtable table -> tables(table, lower, arguments);
            case ScriptBlockValue block -> blocks(block, lower, arguments, session);
            case LocalDateTime date -> dates(date, lower, arguments);
            case PsObject object when object.get(name) instanceof ScriptBlockValue block -> blocks(block, "invoke", arguments, session);
            default -> DotNetObject.NONE;
        };
        if (value == DotNetObject.NONE) {
            value = common(target, lower, arguments);
        }
        if (value == DotNetObject.NONE) {
            throw new PsError(new ErrorRecord("Method invocation failed because [" + TypeValue.nameOf(target) + "] does not contain a method named '" + name + "'.", "MethodNotFound",
                "InvalidOperation", name + ":String", "", "RuntimeException", ""), false, null);
        }
        return value;
    }

    private static Object common(Object target, String lower, List<Object> arguments) {
        return switch (lower) {
            case "tostring" -> arguments.isEmpty() ? Values.text(target) : Formats.specified(target, Values.text(arguments.get(0)));
            case "gettype" -> new TypeValue(TypeValue.nameOf(target));
            case "equals" -> Operators.equal(target, arguments.get(0), true);
            case "gethashcode" -> target.hashCode();
            case "compareto" -> Operators.order(target, arguments.get(0), true);
            default -> DotNetObject.NONE;
        };
    }

    @SuppressWarnings("unchecked")
    private static Object lists(List<?> target, String lower, List<Object> arguments, Session session) {
        List<Object> list = (List<Object>) target;
        Object first = arguments.isEmpty() ? null : arguments.get(0);
        return switch (lower) {
            case "add" -> {
                session.reserve(1);
                list.add(first);
                yield list.size() - 1;
            }
            case "addrange" -> {
                session.reserve(Values.list(first).size());
                list.addAll(Values.list(first));
                yield null;
            }
            case "remove" -> {
                list.remove(first);
                yield null;
            }
            case "clear" -> {
                list.clear();
                yield null;
            }
            case "contains" -> list.stream().anyMatch(element -> Operators.equal(element, first, true));
            case "indexof" -> list.indexOf(first);
            case "toarray" -> new ArrayList<>(list);
            case "foreach" -> {
                List<Object> output = new ArrayList<>();
                for (Object element : new ArrayList<>(list)) {
                    session.scope.set("_", element);
                    session.interpreter.body((ScriptBlockValue) first, Sink.into(output));
                }
                yield output;
            }
            case "where" -> {
                List<Object> output = new ArrayList<>();
                for (Object element : new ArrayList<>(list)) {
                    session.scope.set("_", element);
                    List<Object> kept = new ArrayList<>();
                    session.interpreter.body((ScriptBlockValue) first, Sink.into(kept));
                    if (Values.truth(Values.collapsed(kept))) {
                        output.add(element);
                    }
                }
                yield output;
            }
            default -> DotNetObject.NONE;
        };
    }

    private static Object tables(PsHashtable table, String lower, List<Object> arguments) {
        Object first = arguments.isEmpty() ? null : arguments.get(0);
        return switch (lower) {
            case "containskey", "contains" -> table.has(first);
            case "containsvalue" -> table.entries().values().stream().anyMatch(value -> Operators.equal(value, first, true));
            case "add", "set_item" -> {
                table.put(first, arguments.get(1));
                yield null;
            }
            case "remove" -> {
                table.remove(first);
                yield null;
            }
            case "getenumerator" -> {
                List<Object> entries = new ArrayList<>();
                table.entries().forEach((key, value) -> entries.add(PsObject.of("System.Collections.DictionaryEntry", "Name", key, "Key", key, "Value", value)));
                yield entries;
            }
            case "clone" -> {
                PsHashtable copy = new PsHashtable();
                table.entries().forEach(copy::put);
                yield copy;
            }
            default -> DotNetObject.NONE;
        };
    }

    private static Object blocks(ScriptBlockValue block, String lower, List<Object> arguments, Session session) {
        return switch (lower) {
            case "invoke", "invokereturnasis" -> {
                List<Object> output = new ArrayList<>();
                Words words = new Words(session, session.interpreter.evaluator(), List.of());
                arguments.forEach(argument -> words.all.add(new Words.Word("", argument, false, Values.text(argument))));
                FunctionStage stage = new FunctionStage(session, new FunctionValue("", false, block.block().param().map(p -> p.parameters()).orElse(List.of()), block), words,
                    Sink.into(output), false, true, "");
                stage.begin();
                stage.end();
                yield lower.equals("invoke") ? output : Values.collapsed(output);
            }
            case "getnewclosure" -> block;
            default -> DotNetObject.NONE;
        };
    }

    private static Object dates(LocalDateTime date, String lower, List<Object> arguments) {
        double amount = arguments.isEmpty() || !(arguments.get(0) instanceof Number number) ? 0 : number.doubleValue();
        return switch (lower) {
            case "adddays" -> date.plusSeconds((long) (amount * 86_400));
            case "addhours" -> date.plusSeconds((long) (amount * 3600));
            case "addminutes" -> date.plusSeconds((long) (amount * 60));
            case "addseconds" -> date.plusNanos((long) (amount * 1e9));
            case "addmonths" -> date.plusMonths((long) amount);
            case "addyears" -> date.plusYears((long) amount);
            case "touniversaltime", "tolocaltime" -> date;
            default -> DotNetObject.NONE;
        };
    }
}
