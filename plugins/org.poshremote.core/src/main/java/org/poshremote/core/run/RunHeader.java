package org.poshremote.core.run;

/**
 * What a run is about to do, in words, known before anything is sent.
 *
 * @param target         the target's name
 * @param address        such as "http://node:5985/wsman"
 * @param account        as it is sent; empty where the way of signing in has none
 * @param authentication such as "Basic" or "NTLM, encrypted"
 * @param codePage       such as "65001 (UTF-8), automatic"
 * @param shell          the PowerShell host
 * @param clr            the CLR host and why it was chosen
 * @param way            such as "through jump host me@jump.example"; empty where the node is reached straight
 */
public record RunHeader(String target, String address, String account, String authentication, String codePage,
        String shell, String clr, String way) {
}
