package org.poshremote.language.rules.internal.remote;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.poshremote.language.analysis.Commands;
import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.PipelineElement.Command;

/** Windows PowerShell asks for TLS 1.0 unless told otherwise. */
public final class RemoteTls extends Rule {
    public RemoteTls() {
        super("PoshRemoteTls", Severity.WARNING, true);
    }

    @Override
    protected void begin(Inspection on) {
        if (!on.target().isBefore(6, 0) || on.target().profile().matches("windows-(server-20(19|22|25)|10|11)")) {
            return;
        }
        List<Command> calls = new ArrayList<>();
        boolean[] set = new boolean[1];
        on.eachCommand(List.of("Invoke-WebRequest", "iwr", "curl", "wget", "Invoke-RestMethod", "irm"), command -> {
            if (Commands.argument(command, "Uri", 0).filter(uri -> begins(uri)).isPresent()) {
                calls.add(command);
            }
        });
        on.each(Expression.MemberAccess.class, access -> set[0] |= access.isStatic() && access.member().constantText().filter("SecurityProtocol"::equalsIgnoreCase).isPresent());
        on.atEnd(() -> {
            if (!set[0]) {
                calls.stream().limit(1).forEach(command -> on.report(command.elements().get(0)));
            }
        });
    }

    private static boolean begins(Expression uri) {
        String text = switch (uri) {
            case Expression.StringConstant constant -> constant.value();
            case Expression.ExpandableString string -> string.parts().get(0).constantText().orElse("");
            default -> "";
        };
        return text.toLowerCase(Locale.ROOT).startsWith("https:");
    }
}
