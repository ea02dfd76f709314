package org.poshremote.language.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.poshremote.language.analysis.ScriptModel;
import org.poshremote.language.analysis.Types;
import org.poshremote.language.layout.internal.Draft;
import org.poshremote.language.syntax.LineMap;
import org.poshremote.language.syntax.Script;
import org.poshremote.language.syntax.Token;
import org.poshremote.language.syntax.Tokens;

/** One script under inspection by all rules. Of one thread. */
final class Check {
    final Script script;
    final FileFacts file;
    final TargetFacts target;
    final RuleSettings settings;
    final Requirements requirements;
    final Dispatch dispatch = new Dispatch();
    final List<Problem> problems = new ArrayList<>();
    private final Supplier<ScriptModel> models;
    private ScriptModel model;
    private Types types;
    private LineMap lines;
    private List<Token> tokens;
    private Draft draft;

    Check(Script script, Supplier<ScriptModel> models, FileFacts file, TargetFacts target, RuleSettings settings) {
        this.script = script;
        this.models = models;
        this.file = file;
        this.target = target;
        this.settings = settings;
        this.requirements = Requirements.of(script);
    }

    ScriptModel model() {
        if (model == null) {
            model = models.get();
        }
        return model;
    }

    Types types() {
        if (types == null) {
            types = new Types(model());
        }
        return types;
    }

    List<Token> tokens() {
        if (tokens == null) {
            tokens = Tokens.of(script);
        }
        return tokens;
    }

    /** Of the script as it is. */
    Draft draft() {
        if (draft == null) {
            draft = new Draft(script, tokens());
        }
        return draft;
    }

    LineMap lines() {
        if (lines == null) {
            lines = new LineMap(script.text());
        }
        return lines;
    }
}
