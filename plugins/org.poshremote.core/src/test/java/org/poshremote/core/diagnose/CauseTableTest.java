package org.poshremote.core.diagnose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which cause a combination of evidence speaks for. */
class CauseTableTest {
    private static Facts facts(String combination) {
        return Facts.NONE.with(Arrays.stream(combination.split(";")).map(String::strip).map(pair -> {
            int equals = pair.indexOf('=');
            String value = pair.substring(equals + 1);
            return new Evidence(pair.substring(0, equals), value.startsWith("0x") ? Long.toString(Long.decode(value)) : value);
        }).toList());
    }

    private static List<String> ranked(String combination) {
        return CauseTable.builtIn().rank(facts(combination), RemedyTable.builtIn()).stream().map(Finding::code).toList();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {
        // 401, Negotiate offered, account is local, not the built-in administrator: token filter first, then the password
        "auth=rejected; auth.scheme=Negotiate; offer=Negotiate; user.form=local; target.scheme=http | PR-TOKEN-FILTER",
        "auth=rejected; auth.scheme=Negotiate; offer=Negotiate; user.form=local; user.name=built-in-administrator | PR-PASSWORD",
        "auth=rejected; auth.scheme=Basic; offer=Basic; user.form=local | PR-PASSWORD",
        "auth=rejected; auth.scheme=Basic; offer=Basic; offer=Negotiate; user.form=domain | PR-BASIC-DOMAIN",
        "auth=not-offered; auth.scheme=Basic; offer=Negotiate; target.scheme=http | PR-BASIC-ENCRYPTED-ONLY",
        "auth=not-offered; auth.scheme=Basic; offer=Negotiate; target.scheme=https | PR-BASIC-OFF",
        "code=5; user.form=local; failed.at=shell | PR-TOKEN-FILTER",
        "code=5; user.form=domain; failed.at=shell | PR-NOT-ALLOWED",
        "code=5; user.form=local; user.name=built-in-administrator | PR-NOT-ALLOWED",
        "path.tcp=timeout; port.refused=5986 | PR-FIREWALL",
        "path.tcp=timeout; proxy=environment | PR-PROXY-ENVIRONMENT",
        "path.tcp=timeout; proxy=environment-exempt | PR-FIREWALL",
        "path.tcp=refused; port.open=5986; port.open=80 | PR-PORT-OTHER-HTTPS",
        "path.tcp=refused; port.open=55985 | PR-PORT-NAT",
        "path.tcp=unreachable | PR-NODE-DOWN",
        "clock=wrong; auth=mechanism | PR-CLOCK",
        "kerberos=clock; auth=mechanism | PR-CLOCK",
        "kerberos=service-unknown; auth=mechanism | PR-KRB-SPN",
        "kerberos=wrong-key; auth=mechanism | PR-KRB-SPN-TWICE",
        "kerberos=encryption; auth=mechanism | PR-KRB-ENCRYPTION",
        "kerberos=realm-unknown; auth=mechanism | PR-KRB-REALM",
        "clock=wrong; cert=not-yet; tls.trust=refused | PR-CLOCK",
        "tls=refused; tls.offers=TLS 1.0; tls.key-exchange=rsa | PR-TLS-OLD",
        "tls=refused; tls.offers=TLS 1.2; tls.key-exchange=rsa | PR-TLS-RSA",
        "tls.trust=refused; cert=self-signed; cert=expired | PR-CERT-EXPIRED",
        "http.status=404; target.path=/wsman; failed.at=identify | PR-NOT-WINRM",
        "http.status=404; target.path=/wsmann; failed.at=identify | PR-WRONG-PATH",
        "http.status=500; http.body=empty; failed.at=sign-in; target.scheme=http | PR-ENCRYPTION-REQUIRED",
        "http.status=500; http.body=empty; failed.at=identify; target.scheme=http | PR-SERVICE-BROKEN",
        "path.tcp=proxy-failed; proxy.failed=unreachable | PR-PROXY-UNREACHABLE",
        "path.tcp=proxy-failed; proxy.failed=sign-in-wanted; proxy.status=407 | PR-PROXY-LOGIN",
        "path.tcp=proxy-failed; proxy.failed=sign-in-failed; proxy.status=407 | PR-PROXY-LOGIN",
        "path.tcp=proxy-failed; proxy.failed=forbidden; proxy.status=403 | PR-PROXY-RULES",
        "path.tcp=proxy-failed; proxy.failed=node-unreachable; proxy.status=502 | PR-PROXY-NO-WAY",
        "path.tcp=proxy-failed; proxy.failed=no-proxy | PR-PROXY-IS-NONE",
        "proxy=unusable | PR-PROXY-SETTING",
        "path.by=jump-host; ssh.failed=unreachable | PR-SSH-UNREACHABLE",
        "path.by=jump-host; ssh.failed=host-key-unknown | PR-SSH-HOST-KEY",
        "path.by=jump-host; ssh.failed=host-key-changed | PR-SSH-HOST-KEY-CHANGED",
        "path.by=jump-host; ssh.failed=sign-in | PR-SSH-SIGN-IN",
        "path.tcp=jump-host-failed; ssh.failed=forwarding-denied | PR-SSH-FORWARDING",
        "path.tcp=jump-host-failed; ssh.failed=node-unreachable | PR-JUMP-HOST",
        "ssh=signed-in; ssh.powershell=none | PR-SSH-NO-POWERSHELL",
        "http.status=407 | PR-PROXY-LOGIN",
        "auth=rejected; auth.scheme=Negotiate; target.scheme=https; tls.trust=unverified; offer=Negotiate; user.form=domain | PR-CHANNEL-BINDING",
    })
    void theLikeliestCauseComesFirst(String combination, String expected) {
        List<String> ranked = ranked(combination);
        assertFalse(ranked.isEmpty(), "nothing for " + combination);
        assertEquals(expected, ranked.get(0), ranked.toString());
    }

    @Test
    void theSecondGuessIsThere() {
        assertTrue(ranked("auth=rejected; auth.scheme=Negotiate; offer=Negotiate; user.form=local").contains("PR-PASSWORD"));
        List<String> silent = ranked("path.tcp=timeout");
        assertTrue(silent.containsAll(List.of("PR-FIREWALL", "PR-PUBLIC-NETWORK", "PR-NODE-DOWN")), silent.toString());
    }

    /** Faults that come over the wire, and those that only Windows' own client shows, by their number (wsmerror.h). */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {"2150858793 | PR-OPERATION-SLOW", "2150858843 | PR-SHELL-GONE", "2150859072 | PR-CODE-PAGE",
        "2150859113 | PR-PUBLIC-NETWORK", "2150858770 | PR-PORT-REFUSED", "2150859046 | PR-FIREWALL", "2150859193 | PR-NAME-UNKNOWN",
        "2150859194 | PR-CERT-UNKNOWN-AUTHORITY", "12175 | PR-CERT-UNKNOWN-AUTHORITY", "5 | PR-NOT-ALLOWED", "1326 | PR-PASSWORD",
        "1311 | PR-NO-LOGON-SERVER", "1312 | PR-NO-LOGON-SESSION", "2150859120 | PR-ENCRYPTION-REQUIRED", "2150859121 | PR-SEAL-LOST",
        "2150859173 | PR-MAX-SHELLS", "2150859174 | PR-MAX-OPERATIONS", "2150859175 | PR-USER-QUOTA", "2150859179 | PR-MAX-USERS",
        "2150859180 | PR-SHELLS-FORBIDDEN", "2150858811 | PR-ENDPOINT-MISSING", "2150858824 | PR-ENVELOPE", "2150858825 | PR-ENVELOPE",
        "2150859025 | PR-ENVELOPE", "2150858817 | PR-SCHEMA", "2150859027 | PR-NOT-WINRM", "995 | PR-SHUTDOWN", "1115 | PR-SHUTDOWN",
        "2147943418 | PR-PROFILE-UNLOADED", "2150859204 | PR-SHELL-DISCONNECTED", "2150859212 | PR-COMMAND-TERMINATED",
        "2152992672 | PR-PSRP-VERSION", "2152991685 | PR-PSRP-VERSION", "2150858980 | PR-TRUSTED-HOSTS"})
    void everyFaultOfTheCatalogueIsKnown(long code, String expected) {
        assertEquals(expected, ranked("code=" + code + "; target.path=/wsman").get(0));
    }

    @Test
    void conditionsReadAsTheyAreWritten() {
        Facts facts = facts("clock.skew=400; offer=Basic; code=5");
        assertTrue(Condition.parse("clock.skew>300").holds(facts));
        assertFalse(Condition.parse("clock.skew<300").holds(facts));
        assertTrue(Condition.parse("offer=basic").holds(facts));
        assertTrue(Condition.parse("!offer=kerberos").holds(facts));
        assertTrue(Condition.parse("!user.form").holds(facts));
        assertTrue(Condition.parse("code=0x5").holds(facts));
        assertFalse(Condition.parse("unknown>1").holds(facts));
        assertThrows(IllegalArgumentException.class, () -> Condition.parse("Two words"));
        assertThrows(IllegalArgumentException.class, () -> Condition.parse("clock.skew>many"));
    }
}
