package org.poshremote.language.rules.internal.remote;

import java.util.List;
import java.util.Locale;
import org.poshremote.language.analysis.Commands;
import org.poshremote.language.rules.Inspection;
import org.poshremote.language.rules.Rule;
import org.poshremote.language.rules.Severity;

/** What belongs to a user's profile is not there in a network logon. */
public final class RemoteNoProfile extends Rule {
    public RemoteNoProfile() {
        super("PoshRemoteNoProfile", Severity.WARNING, true);
    }

    @Override
    protected void begin(Inspection on) {
        on.eachCommand(List.of("ConvertFrom-SecureString", "ConvertTo-SecureString"), command -> {
            boolean key = Commands.hasParameter(command, "Key", "k") || Commands.hasParameter(command, "SecureKey", "s") || Commands.hasParameter(command, "AsPlainText", "a");
            if (!key && !Commands.isSplatted(command)) {
                on.report(command.elements().get(0), command.name(), "Give it a -Key.");
            }
        });
        on.eachCommand(List.of("cmdkey", "cmdkey.exe"), command -> on.report(command.elements().get(0), command.name(), "Pass a credential instead."));
        on.eachCommand(List.of("Import-PfxCertificate", "Import-Certificate"), command -> Commands.valueOf(command, "CertStoreLocation", "cert").filter(value -> value.constantText()
            .filter(path -> path.toLowerCase(Locale.ROOT).replace('/', '\\').contains("\\currentuser")).isPresent())
            .ifPresent(value -> on.report(value, command.name(), "Import into Cert:\\LocalMachine.")));
    }
}
