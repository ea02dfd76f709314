package org.poshremote.wsman.winrs;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a command shell is created with (MS-WSMV 3.1.4.5.2, 2.2.4.37).
 *
 * @param codePage    WINRS_CODEPAGE; empty: the service's own
 * @param noProfile   WINRS_NOPROFILE: do not load the account's profile
 * @param environment for all commands of the shell
 * @param idleTimeout after which the service deletes a shell that nobody speaks to
 */
public record ShellOptions(OptionalInt codePage, boolean noProfile, Optional<String> workingDirectory,
        Map<String, String> environment, Duration idleTimeout) {
    public static final ShellOptions DEFAULTS =
        new ShellOptions(OptionalInt.of(65001), false, Optional.empty(), Map.of(), Duration.ofMinutes(15));

    public ShellOptions {
        environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
    }

    public ShellOptions withCodePage(OptionalInt value) {
        return new ShellOptions(value, noProfile, workingDirectory, environment, idleTimeout);
    }
}
