package org.poshremote.languageserver;

import java.util.List;
import java.util.Map;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.RuleCatalog;

/** The rules, for a client that lets the person choose among them. */
final class RuleList {
    /** Takes nothing; gives an array of objects with name, severity (Error, Warning, Information), byDefault, about (Markdown). */
    static final String COMMAND = "poshremote.rules";

    private RuleList() {
    }

    static List<Map<String, Object>> all() {
        return RuleCatalog.all().stream().map(RuleList::describe).toList();
    }

    private static Map<String, Object> describe(Rule rule) {
        String severity = rule.severity().name().charAt(0) + rule.severity().name().substring(1).toLowerCase(java.util.Locale.ROOT);
        return Map.of("name", rule.name(), "severity", severity, "byDefault", rule.byDefault(), "about", rule.about());
    }
}
