package org.poshremote.core.target;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A target file as read.
 *
 * @param unknown properties of the file itself that this version does not know; written back as they were
 */
record TargetFile(Path file, List<Entry> entries, Map<String, JsonNode> unknown, List<TargetProblem> problems) {
    /** One target and the properties of it that this version does not know. */
    record Entry(Target target, Map<String, JsonNode> unknown) {
    }

    TargetFile {
        entries = List.copyOf(entries);
        problems = List.copyOf(problems);
    }

    List<TargetProblem> errors() {
        return problems.stream().filter(problem -> problem.severity() == TargetProblem.Severity.ERROR).toList();
    }

    TargetFile with(List<Entry> changed) {
        return new TargetFile(file, changed, unknown, problems);
    }
}
