package org.poshremote.cli.check;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.poshremote.language.rules.Edit;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.RuleCatalog;
import org.poshremote.language.rules.Severity;

/** Problems as a SARIF 2.1.0 log (OASIS, Static Analysis Results Interchange Format), which build servers show beside the code. */
final class SarifReport {
    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
    private final ArrayNode rules = JsonNodeFactory.instance.arrayNode();
    private final Map<String, Integer> indexes = new LinkedHashMap<>();
    private final ArrayNode results = JsonNodeFactory.instance.arrayNode();

    static ObjectNode of(List<Checked> files) {
        return new SarifReport().report(files);
    }

    private ObjectNode report(List<Checked> files) {
        files.forEach(file -> file.problems().forEach(problem -> results.add(result(file, problem))));
        ObjectNode log = JsonNodeFactory.instance.objectNode().put("$schema", SCHEMA).put("version", "2.1.0");
        ObjectNode run = log.putArray("runs").addObject();
        run.putObject("tool").putObject("driver").put("name", "PoshRemote").set("rules", rules);
        run.put("columnKind", "utf16CodeUnits");
        run.set("results", results);
        return log;
    }

    private int index(String code) {
        return indexes.computeIfAbsent(code, key -> {
            ObjectNode rule = rules.addObject().put("id", code);
            Optional<Rule> known = RuleCatalog.find(code);
            rule.putObject("shortDescription").put("text", known.map(Rule::about).orElse("PowerShell would not understand the script."));
            rule.putObject("defaultConfiguration").put("level", level(known.map(Rule::severity).orElse(Severity.ERROR)));
            return indexes.size();
        });
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFORMATION -> "note";
        };
    }

    private ObjectNode result(Checked file, Found problem) {
        ObjectNode result = JsonNodeFactory.instance.objectNode().put("ruleId", problem.code()).put("ruleIndex", index(problem.code())).put("level", level(problem.severity()));
        result.putObject("message").put("text", problem.message());
        ObjectNode location = result.putArray("locations").addObject().putObject("physicalLocation");
        location.putObject("artifactLocation").put("uri", uri(file.shown()));
        location.putObject("region").put("startLine", problem.line()).put("startColumn", problem.column()).put("endLine", problem.endLine())
            .put("endColumn", problem.endColumn()).put("charOffset", problem.offset()).put("charLength", problem.length());
        problem.fix().ifPresent(fix -> {
            ObjectNode written = result.putArray("fixes").addObject();
            written.putObject("description").put("text", fix.title());
            ObjectNode change = written.putArray("artifactChanges").addObject();
            change.putObject("artifactLocation").put("uri", uri(file.shown()));
            ArrayNode replacements = change.putArray("replacements");
            fix.edits().forEach(edit -> replacement(file, edit, replacements.addObject()));
        });
        return result;
    }

    private static void replacement(Checked file, Edit edit, ObjectNode replacement) {
        replacement.putObject("deletedRegion").put("startLine", file.lines().line(edit.start())).put("startColumn", file.lines().column(edit.start()))
            .put("endLine", file.lines().line(edit.end())).put("endColumn", file.lines().column(edit.end()))
            .put("charOffset", edit.start()).put("charLength", edit.end() - edit.start());
        replacement.putObject("insertedContent").put("text", edit.text());
    }

    /** Relative to where the program was called, as SARIF advises, otherwise absolute. */
    private static String uri(Checked.ScriptPath path) {
        Path name = Path.of(path.name());
        if (name.isAbsolute()) {
            return name.toUri().toString();
        }
        StringBuilder uri = new StringBuilder();
        name.forEach(part -> uri.append(uri.isEmpty() ? "" : "/").append(encoded(part.toString())));
        return uri.toString();
    }

    private static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
