package org.poshremote.core.selftest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.poshremote.core.run.NodeGreeting;
import org.poshremote.core.selftest.CheckResult.Status;

/**
 * What a self-test found; holds neither account nor secret, so that it can be given away.
 *
 * @param kind  of the target
 * @param https whether it ran over HTTPS
 */
public record SelfTestReport(Instant begun, String kind, boolean https, String authentication, Optional<NodeGreeting> node,
        List<CheckResult> results, boolean complete) {
    public SelfTestReport {
        results = List.copyOf(results);
    }

    public long count(Status status) {
        return results.stream().filter(result -> result.status() == status).count();
    }

    /** Whether every check ran and none failed. */
    public boolean passed() {
        return complete && count(Status.FAILED) == 0;
    }

    /** One line. */
    public String summary() {
        return count(Status.PASSED) + " passed, " + count(Status.FAILED) + " failed, " + count(Status.LEFT_OUT) + " left out"
                + (complete ? "" : "; the self-test was ended early");
    }

    public String markdown() {
        StringBuilder text = new StringBuilder("# PoshRemote self-test\n\n");
        text.append("- Begun: ").append(begun).append('\n');
        text.append("- Target: ").append(kind).append(", ").append(https ? "HTTPS" : "HTTP").append(", ").append(authentication).append('\n');
        text.append("- Node: ").append(node.map(NodeGreeting::summary).map(SelfTestReport::inline).orElse("gave no facts")).append('\n');
        text.append("- Result: ").append(summary()).append("\n\n");
        text.append("| check | | ms | requests | |\n|---|---|--:|--:|---|\n");
        for (CheckResult result : results) {
            text.append("| ").append(result.id()).append(" | ").append(words(result.status())).append(" | ").append(result.duration().toMillis())
                    .append(" | ").append(result.requests()).append(" | ").append(inline(result.title())).append(" |\n");
        }
        for (CheckResult result : results) {
            if (result.status() != Status.PASSED) {
                text.append("\n## ").append(result.id()).append(": ").append(words(result.status())).append('\n');
                result.details().forEach(detail -> text.append("- ").append(inline(detail)).append('\n'));
            }
        }
        return text.toString();
    }

    public String json() {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode root = mapper.createObjectNode();
        root.put("begun", begun.toString()).put("kind", kind).put("https", https).put("authentication", authentication);
        root.put("complete", complete).put("passed", passed());
        ObjectNode facts = root.putObject("node");
        node.map(NodeGreeting::facts).orElse(Map.of()).entrySet().stream().sorted(Map.Entry.comparingByKey())
                .forEach(fact -> facts.put(fact.getKey(), fact.getValue()));
        ArrayNode list = root.putArray("checks");
        for (CheckResult result : results) {
            ObjectNode node = list.addObject();
            node.put("id", result.id()).put("title", result.title()).put("status", words(result.status()));
            node.put("milliseconds", result.duration().toMillis()).put("requests", result.requests());
            ArrayNode details = node.putArray("details");
            result.details().forEach(details::add);
        }
        try {
            return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of nodes can be written", e);
        }
    }

    private static String words(Status status) {
        return switch (status) {
            case PASSED -> "passed";
            case FAILED -> "FAILED";
            case LEFT_OUT -> "left out";
        };
    }

    /** What a node wrote is text here, never markup. */
    private static String inline(String text) {
        return text.replaceAll("\\p{Cntrl}", " ").replace("\\", "\\\\").replaceAll("([`*_\\[\\]<>|&#])", "\\\\$1");
    }
}
