package org.poshremote.language.rules.internal.analyzer;

import java.util.List;
import org.poshremote.language.analysis.Types;
import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;
import org.poshremote.language.rules.internal.Shapes;
import org.poshremote.language.syntax.Parameter;
import org.poshremote.language.syntax.Statement;

/** A name and its password belong together. */
public final class AvoidUsingUsernameAndPasswordParams extends Rule {
    private static final List<String> USERS = List.of("username", "user", "usernames", "users");
    private static final List<String> PASSWORDS = List.of("password", "passphrase", "passwords", "passphrases");

    public AvoidUsingUsernameAndPasswordParams() {
        super("PSAvoidUsingUsernameAndPasswordParams", Severity.ERROR, true);
    }

    @Override
    protected void begin(Inspection on) {
        on.each(Statement.Function.class, function -> {
            List<Parameter> parameters = function.declaredParameters();
            if (named(parameters, USERS) && named(parameters, PASSWORDS)) {
                on.at(function.nameStart(), function.nameEnd()).with(function.name()).about(function.name()).report();
            }
        });
    }

    private static boolean named(List<Parameter> parameters, List<String> names) {
        // two credentials are no name with a password
        return parameters.stream().anyMatch(parameter -> names.contains(Shapes.lower(parameter.name().path()))
            && parameter.type().map(Types::name).filter("pscredential"::equals).isEmpty());
    }
}
