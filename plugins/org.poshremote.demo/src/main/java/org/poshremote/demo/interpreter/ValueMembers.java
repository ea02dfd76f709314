package org.poshremote.demo.interpreter;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The members of values that the demo node knows: of texts, lists, tables, dates, errors and its own objects; what is not here is refused. */
final class ValueMembers {
    private ValueMembers() {
    }

    static Object errorMember(ErrorRecord error, String lower) {
        return switch (lower) {
            case "exception" -> new DotNetObjects.Simple("System.Management.Automation." + error.type(), Map.of("message", error.message(), "hresult", -2146233087),
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
