package org.poshremote.demo.interpreter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Cmdlets that work on objects whatever they are. */
final class ObjectCmdlets {
    private static final int DEEPEST = 20;
    private final Session session;
    private final Cmdlets cmdlets;

    ObjectCmdlets(Session session, Cmdlets cmdlets) {
        this.session = session;
        this.cmdlets = cmdlets;
    }

    void register() {
        cmdlets.add("ForEach-Object Process !Begin !End !InputObject !MemberName", call -> forEach(call));
        cmdlets.add("Where-Object FilterScript Property Value !InputObject !EQ? !NE? !GT? !GE? !LT? !LE? !Like? !NotLike? !Match? !NotMatch? !Contains? !In?", call -> where(call));
        cmdlets.add("Select-Object Property !First !Last !Skip !Unique? !ExpandProperty !ExcludeProperty !Index !InputObject", call -> select(call));
        collecting("Sort-Object Property !Descending? !Unique? !InputObject !CaseSensitive?", this::sort);
        collecting("Measure-Object Property !Sum? !Average? !Maximum? !Minimum? !Line? !Word? !Character? !InputObject", this::measure);
        collecting("Group-Object Property !NoElement? !AsHashTable? !InputObject", this::group);
        collecting("Out-String !Width !Stream? !InputObject", (call, input) -> call.out().write(new Formatter(session).lines(input)));
        collecting("Out-Host !InputObject !Paging?", (call, input) -> session.host.output(new Formatter(session).lines(input)));
        collecting("Out-Null !InputObject", (call, input) -> { });
        collecting("Format-List Property !InputObject", (call, input) -> formatted(call, input, false));
        collecting("Format-Table Property !AutoSize? !Wrap? !HideTableHeaders? !InputObject", (call, input) -> formatted(call, input, true));
        collecting("Get-Member Name !MemberType !InputObject", this::members);
        collecting("ConvertTo-Json InputObject !Depth !Compress?", this::toJson);
        collecting("ConvertFrom-Json InputObject", (call, input) -> fromJson(call, String.join("\n", input.stream().map(Values::text).toList())));
        collecting("ConvertTo-Csv InputObject !NoTypeInformation? !Delimiter", this::toCsv);
        collecting("Tee-Object Variable !FilePath !InputObject", (call, input) -> {
            session.scope.set(call.text("Variable"), Values.collapsed(input));
            input.forEach(call.out()::write);
        });
        cmdlets.once("New-Object TypeName ArgumentList !Property !ComObject !Strict?", call -> {
            if (call.has("ComObject")) {
                throw PsError.notSupported("COM objects");
            }
            Object made = DotNetObjects.make(call.text("TypeName"), call.get("ArgumentList") instanceof byte[] bytes ? List.of((Object) bytes) : call.list("ArgumentList"), session);
            if (made instanceof PsObject object && call.get("Property") instanceof PsHashtable table) {
                table.entries().forEach((key, value) -> object.set(Values.text(key), value));
            }
            call.out().write(made);
        });
        cmdlets.each("Add-Member MemberType Name Value !InputObject !NotePropertyName !NotePropertyValue !PassThru? !Force?", "InputObject", (call, value) -> {
            if (value instanceof PsObject object) {
                object.set(call.has("NotePropertyName") ? call.text("NotePropertyName") : call.text("Name"), call.has("NotePropertyName") ? call.get("NotePropertyValue") : call.get("Value"));
            }
            if (call.is("PassThru")) {
                call.out().write(value);
            }
        });
    }

    private void collecting(String usage, BiConsumer<Call, List<Object>> work) {
        cmdlets.add(usage, call -> {
            List<Object> input = new ArrayList<>();
            return new Stage() {
                @Override
                public void process(Object value) {
                    input.add(value);
                    session.reserve(1);
                }

                @Override
                public void end() {
                    if (!call.piped() && call.has("InputObject")) {
                        input.addAll(call.list("InputObject"));
                    }
                    work.accept(call, input);
                }
            };
        });
    }

    private void runBlock(Object block, Object current, Sink out) {
        Object before = session.scope.get("_");
        session.scope.set("_", current);
        try {
            session.interpreter.body((ScriptBlockValue) block, out);
        } catch (Leave.Return end) {
            // of this turn alone
        } finally {
            session.scope.set("_", before);
        }
    }

    private Object blockValue(Object block, Object current) {
        List<Object> output = new ArrayList<>();
        runBlock(block, current, Sink.into(output));
        return Values.collapsed(output);
    }

    private Stage forEach(Call call) {
        return new Stage() {
            @Override
            public void begin() {
                if (call.has("Begin")) {
                    runBlock(call.get("Begin"), null, call.out());
                }
            }

            @Override
            public void process(Object input) {
                Object process = call.get("Process");
                if (process instanceof ScriptBlockValue) {
                    runBlock(process, input, call.out());
                } else if (process != null && Values.list(process).get(0) instanceof ScriptBlockValue) {
                    Values.list(process).forEach(block -> runBlock(block, input, call.out()));
                } else {
                    Object member = session.interpreter.evaluator().property(input, Values.text(process));
                    call.out().enumerate(member != null ? member : ValueMembers.call(input, Values.text(process), List.of(), session));
                }
            }

            @Override
            public void end() {
                if (!call.piped() && call.has("InputObject")) {
                    Values.list(call.get("InputObject")).forEach(this::process);
                }
                if (call.has("End")) {
                    runBlock(call.get("End"), null, call.out());
                }
            }
        };
    }

    private Stage where(Call call) {
        return input -> {
            boolean keep;
            if (call.get("FilterScript") instanceof ScriptBlockValue block) {
                keep = Values.truth(blockValue(block, input));
            } else {
                String name = call.has("Property") && !call.has("FilterScript") ? call.text("Property") : call.text("FilterScript");
                Object with = call.has("Value") ? call.get("Value") : call.get("Property");
                Object value = session.interpreter.evaluator().property(input, name);
                keep = List.of("EQ", "NE", "GT", "GE", "LT", "LE", "Like", "NotLike", "Match", "NotMatch", "Contains", "In").stream().filter(call::is).findFirst()
                    .map(operator -> Values.truth(session.operators.apply("-" + operator.toLowerCase(java.util.Locale.ROOT), value, with))).orElseGet(() -> Values.truth(value));
            }
            if (keep) {
                call.out().write(input);
            }
        };
    }

    private Stage select(Call call) {
        int first = call.number("First", Integer.MAX_VALUE);
        int[] seen = {0};
        List<Object> kept = new ArrayList<>();
        return new Stage() {
            @Override
            public void process(Object input) {
                if (seen[0]++ < call.number("Skip", 0)) {
                    return;
                }
                if (call.has("Last") || call.is("Unique")) {
                    kept.add(input);
                    return;
                }
                give(input);
                if (seen[0] - call.number("Skip", 0) >= first) {
                    throw new Leave.Enough();
                }
            }

            @Override
            public void end() {
                List<Object> rest = new ArrayList<>();
                for (Object value : kept) {
                    if (!call.is("Unique") || rest.stream().noneMatch(other -> Operators.equal(other, value, true))) {
                        rest.add(value);
                    }
                }
                int from = call.has("Last") ? Math.max(0, rest.size() - call.number("Last", 0)) : 0;
                rest.subList(from, Math.min(rest.size(), first == Integer.MAX_VALUE ? rest.size() : from + first)).forEach(this::give);
            }

            private void give(Object input) {
                if (call.has("ExpandProperty")) {
                    call.out().enumerate(session.interpreter.evaluator().property(input, call.text("ExpandProperty")));
                } else if (call.has("Property")) {
                    call.out().write(projected(call.list("Property"), input));
                } else {
                    call.out().write(input);
                }
            }
        };
    }

    private PsObject projected(List<Object> properties, Object input) {
        PsObject result = new PsObject("Selected." + TypeValue.nameOf(input));
        for (Object property : properties) {
            if (property instanceof PsHashtable computed) {
                Object name = computed.has("Name") ? computed.get("Name") : computed.has("n") ? computed.get("n") : computed.get("Label");
                Object expression = computed.has("Expression") ? computed.get("Expression") : computed.get("e");
                result.set(Values.text(name), expression instanceof ScriptBlockValue ? blockValue(expression, input) : session.interpreter.evaluator().property(input, Values.text(expression)));
            } else if (Values.text(property).contains("*")) {
                Formatter.propertiesOf(input).forEach((name, value) -> {
                    if (Patterns.like(name, Values.text(property), false)) {
                        result.set(name, value);
                    }
                });
            } else {
                result.set(Values.text(property), session.interpreter.evaluator().property(input, Values.text(property)));
            }
        }
        return result;
    }

    private Object key(Call call, Object value) {
        if (!call.has("Property")) {
            return value;
        }
        Object property = call.list("Property").get(0);
        return property instanceof ScriptBlockValue ? blockValue(property, value) : session.interpreter.evaluator().property(value, Values.text(property));
    }

    private void sort(Call call, List<Object> input) {
        Comparator<Object> order = (a, b) -> Operators.order(key(call, a), key(call, b), false);
        List<Object> sorted = new ArrayList<>(input);
        sorted.sort(call.is("Descending") ? order.reversed() : order);
        Object last = null;
        boolean any = false;
        for (Object value : sorted) {
            if (!call.is("Unique") || !any || !Operators.equal(key(call, last), key(call, value), false)) {
                call.out().write(value);
            }
            last = value;
            any = true;
        }
    }

    private void measure(Call call, List<Object> input) {
        PsObject result = PsObject.of("Microsoft.PowerShell.Commands.GenericMeasureInfo", "Count", input.size());
        if (call.is("Line")) {
            result.set("Lines", input.stream().mapToLong(text -> Values.text(text).lines().count()).sum());
        }
        if (call.is("Sum") || call.is("Average") || call.is("Maximum") || call.is("Minimum")) {
            List<Double> numbers = input.stream().map(value -> Values.number(key(call, value)).doubleValue()).toList();
            double sum = numbers.stream().mapToDouble(Double::doubleValue).sum();
            result.set("Average", call.is("Average") && !numbers.isEmpty() ? (Object) (sum / numbers.size()) : null);
            result.set("Sum", call.is("Sum") ? (Object) sum : null);
            result.set("Maximum", call.is("Maximum") ? numbers.stream().max(Double::compare).orElse(null) : null);
            result.set("Minimum", call.is("Minimum") ? numbers.stream().min(Double::compare).orElse(null) : null);
        }
        call.out().write(result);
    }

    private void group(Call call, List<Object> input) {
        Map<String, List<Object>> groups = new LinkedHashMap<>();
        input.forEach(value -> groups.computeIfAbsent(Values.text(key(call, value)), k -> new ArrayList<>()).add(value));
        if (call.is("AsHashTable")) {
            PsHashtable table = new PsHashtable();
            groups.forEach(table::put);
            call.out().write(table);
            return;
        }
        groups.forEach((name, members) -> call.out().write(PsObject.of("Microsoft.PowerShell.Commands.GroupInfo", "Count", members.size(), "Name", name, "Group", members)));
    }

    private void formatted(Call call, List<Object> input, boolean table) {
        Formatter formatter = new Formatter(session);
        List<PsObject> rows = new ArrayList<>();
        for (Object value : input) {
            if (value instanceof PsHashtable hashtable) {
                hashtable.entries().forEach((key, entry) -> rows.add(PsObject.of("Entry", "Name", key, "Value", entry)));
            } else if (call.has("Property")) {
                rows.add(projected(call.list("Property"), value));
            } else if (value instanceof PsObject object) {
                rows.add(object);
            } else {
                call.out().write(value);
            }
        }
        if (!rows.isEmpty()) {
            List<String> columns = rows.get(0).properties().keySet().stream().filter(name -> !name.endsWith("()")).toList();
            call.out().write((table ? formatter.table(rows, columns) : formatter.list(rows, columns)).stripTrailing() + "\r\n");
        }
    }

    private void members(Call call, List<Object> input) {
        if (!input.isEmpty()) {
            Formatter.propertiesOf(input.get(0)).forEach((name, value) -> call.out().write(PsObject.of("Microsoft.PowerShell.Commands.MemberDefinition", "Name", name, "MemberType",
                "NoteProperty", "Definition", TypeValue.nameOf(value).replaceAll(".*\\.", "").toLowerCase(java.util.Locale.ROOT) + " " + name + "=" + Values.text(value))));
        }
    }

    private void toJson(Call call, List<Object> input) {
        ObjectMapper mapper = new ObjectMapper();
        Object value = plain(Values.collapsed(input), call.number("Depth", 2));
        try {
            call.out().write(call.is("Compress") ? mapper.writeValueAsString(value) : mapper.writerWithDefaultPrettyPrinter().writeValueAsString(value).replace("\n", "\r\n"));
        } catch (JsonProcessingException e) {
            throw PsError.runtime("The value cannot be written as JSON.", "JsonWrite");
        }
    }

    private static Object plain(Object value, int depth) {
        if (depth < 0 || depth > DEEPEST) {
            return Values.text(value);
        }
        return switch (value) {
            case PsObject object -> plain(object.properties(), depth);
            case PsHashtable table -> plain(table.entries(), depth);
            case List<?> list -> list.stream().map(element -> plain(element, depth)).toList();
            case null -> null;
            case Number number -> number;
            case Boolean bool -> bool;
            default -> Values.text(value);
        };
    }

    private static Object plain(Map<?, ?> entries, int depth) {
        Map<String, Object> map = new LinkedHashMap<>();
        entries.forEach((key, value) -> map.put(Values.text(key), plain(value, depth - 1)));
        return map;
    }

    private void fromJson(Call call, String text) {
        try {
            call.out().enumerate(value(new ObjectMapper().readTree(text)));
        } catch (JsonProcessingException e) {
            throw PsError.runtime("Invalid JSON primitive: " + text.substring(0, Math.min(20, text.length())) + ".", "System.ArgumentException", "NotSpecified", "ArgumentException");
        }
    }

    private static Object value(JsonNode node) {
        if (node.isObject()) {
            PsObject object = new PsObject("System.Management.Automation.PSCustomObject");
            node.properties().forEach(entry -> object.set(entry.getKey(), value(entry.getValue())));
            return object;
        }
        if (node.isArray()) {
            List<Object> list = new ArrayList<>();
            node.forEach(element -> list.add(value(element)));
            return list;
        }
        return node.isInt() ? (Object) node.intValue() : node.isLong() ? (Object) node.longValue() : node.isNumber() ? (Object) node.doubleValue() : node.isBoolean()
            ? (Object) node.booleanValue() : node.isNull() ? null : node.asText();
    }

    private void toCsv(Call call, List<Object> input) {
        boolean first = true;
        for (Object value : input) {
            Map<String, Object> properties = Formatter.propertiesOf(value);
            if (first) {
                call.out().write(String.join(",", properties.keySet().stream().map(name -> '"' + name + '"').toList()));
                first = false;
            }
            call.out().write(String.join(",", properties.values().stream().map(cell -> '"' + Values.text(cell).replace("\"", "\"\"") + '"').toList()));
        }
    }
}
