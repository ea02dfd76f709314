package org.poshremote.core.diagnose;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/** A diagnosis for programs; docs/diagnosis.md describes the fields. */
public final class DiagnosisJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private DiagnosisJson() {
    }

    public static ObjectNode step(StepResult step) {
        ObjectNode node = JSON.objectNode().put("event", "step").put("code", step.code()).put("stage", word(step.stage()))
            .put("title", step.title()).put("verdict", word(step.verdict())).put("summary", step.summary()).put("milliseconds", step.cost().toMillis());
        ArrayNode evidence = node.putArray("evidence");
        step.evidence().forEach(each -> evidence.addObject().put("key", each.key()).put("value", each.value()));
        return node;
    }

    /** The end of it: outcome and causes, best first. */
    public static ObjectNode conclusion(Diagnosis diagnosis) {
        ObjectNode node = JSON.objectNode().put("event", "diagnosis").put("target", diagnosis.target().name())
            .put("address", diagnosis.target().address()).put("outcome", word(diagnosis.outcome())).put("headline", diagnosis.headline())
            .put("begun", diagnosis.begun().toString()).put("milliseconds", diagnosis.took().toMillis());
        node.set("causes", causes(diagnosis.findings(), diagnosis.generation()));
        return node;
    }

    /** What is different since a good diagnosis. */
    public static ObjectNode comparison(GoodDiagnosis good, Diagnosis now) {
        ObjectNode node = JSON.objectNode().put("event", "comparison").put("since", good.begun().toString());
        ArrayNode differences = node.putArray("differences");
        for (DiagnosisComparison.Difference difference : DiagnosisComparison.of(good, now)) {
            ObjectNode each = differences.addObject().put("step", difference.title()).put("before", word(difference.before())).put("now", word(difference.now()));
            difference.gone().forEach(each.putArray("gone")::add);
            difference.come().forEach(each.putArray("come")::add);
        }
        return node;
    }

    public static ArrayNode causes(List<Finding> findings, Generation generation) {
        ArrayNode causes = JSON.arrayNode();
        for (Finding finding : findings) {
            ObjectNode cause = causes.addObject().put("code", finding.code()).put("stage", word(finding.cause().stage()))
                .put("title", finding.cause().title()).put("explanation", finding.cause().explanation()).put("rank", finding.rank())
                .put("seen", word(finding.signal().seen()));
            ArrayNode remedies = cause.putArray("remedies");
            finding.remedies().forEach(remedy -> remedies.add(remedy(remedy, generation)));
        }
        return causes;
    }

    private static ObjectNode remedy(Remedy remedy, Generation generation) {
        ObjectNode node = JSON.objectNode().put("code", remedy.code()).put("title", remedy.title()).put("where", word(remedy.place()))
            .put("changes", remedy.changes()).put("undo", remedy.undo()).put("risk", remedy.risk()).put("weakens", remedy.weakens());
        remedy.script(generation).ifPresent(script -> node.put("script", script));
        remedy.command().ifPresent(command -> node.put("command", command));
        remedy.setting().ifPresent(setting -> node.putObject("setting").put("property", setting.property()).put("value", setting.value()));
        return node;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
