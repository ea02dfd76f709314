package org.poshremote.wsman.auth.ntlm;

import java.util.Optional;

/**
 * What a sign-in by NTLM is for.
 *
 * @param seal               whether messages will be sealed; asking for it without doing it makes services fail
 * @param targetName         service principal name the client means, such as "HTTP/node"
 * @param channelBinding     application data of the TLS connection's binding (RFC 5929)
 * @param workstation        this machine's name, which accounts may be restricted to; may be empty
 */
public record NtlmOptions(boolean seal, Optional<String> targetName, Optional<byte[]> channelBinding, String workstation) {
}
