package org.poshremote.demo.interpreter;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.zip.GZIPInputStream;

/** The .NET objects that the demo node knows; what is not here is refused. None reaches the local machine. */
final class DotNetObjects {
    private DotNetObjects() {
    }

    /** An object whose members are given as functions of its type. */
    record Simple(String typeName, Map<String, Object> properties, BiFunction<String, List<Object>, Object> methods) implements DotNetObject {
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

    record Stream(InputStream in, OutputStream out) implements DotNetObject {
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

    static DotNetObject encoding(Charset charset, int codePage) {
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

    static DotNetObject culture(String name) {
        return new Simple("System.Globalization.CultureInfo", Map.of("name", name, "lcid", 1033, "displayname", name), (n, a) -> n.equals("tostring") ? name : DotNetObject.NONE);
    }

    static DotNetObject reader(Session session) {
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

    static DotNetObject writer(Session session, java.util.function.Consumer<String> to) {
        return new Simple("System.IO.TextWriter", Map.of("encoding", encoding(session.charset, session.outputPage)), (name, arguments) -> switch (name) {
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

    static String formatted(List<Object> arguments) {
        return arguments.size() == 1 ? Values.text(arguments.get(0)) : Formats.format(Values.text(arguments.get(0)), arguments.subList(1, arguments.size()));
    }

    static Object namedEncoding(Object name) {
        try {
            if (name instanceof Number number) {
                return encoding(CommandShell.charset(number.intValue()), number.intValue());
            }
            return encoding(Charset.forName(Values.text(name)), 0);
        } catch (IllegalArgumentException e) {
            throw PsError.runtime("'" + Values.text(name) + "' is not a supported encoding name.", "ArgumentException", "NotSpecified", "MethodInvocationException");
        }
    }

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
}
