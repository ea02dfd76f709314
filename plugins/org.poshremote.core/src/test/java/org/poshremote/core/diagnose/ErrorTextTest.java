package org.poshremote.core.diagnose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Error texts as people have them in front of them, in several languages; the sentences around the numbers are made up. */
class ErrorTextTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', value = {
        "WSManFault ProviderFault Error number: -2144108183 0x80338169 Netzwerkverbindung | PR-PUBLIC-NETWORK",
        "오류 번호: -2144108526 0x80338012 클라이언트 | PR-PORT-REFUSED",
        "Fehlernummer: -2144108250 0x80338126 | PR-FIREWALL",
        "<f:WSManFault Code=\"2150858770\" Machine=\"x\"> | PR-PORT-REFUSED",
        "<f:WSManFault Code=\"5\" Machine=\"x\"> Zugriff verweigert | PR-NOT-ALLOWED",
        "PSSessionOpenFailed + FullyQualifiedErrorId : AccessDenied,PSSessionStateBroken | PR-NOT-ALLOWED",
        "+ FullyQualifiedErrorId : -2144108316,PSSessionStateBroken | PR-TRUSTED-HOSTS",
        "FullyQualifiedErrorId : ServerNotTrusted,PSSessionStateBroken | PR-TRUSTED-HOSTS",
        "FullyQualifiedErrorId : -2144108103,PSSessionStateBroken | PR-NAME-UNKNOWN",
        "winrm: the specified credentials were rejected by the server | PR-PASSWORD",
        "javax.net.ssl.SSLHandshakeException: PKIX path building failed | PR-CERT-UNKNOWN-AUTHORITY",
        "KRB_AP_ERR_SKEW Clock skew too great (37) | PR-CLOCK",
        "Cannot get kdc for realm EXAMPLE.ORG | PR-KRB-REALM",
        "Server not found in Kerberos database (7) | PR-KRB-SPN",
        "Es ist ein SSL-Fehler aufgetreten, Fehlercode 12175 | PR-CERT-UNKNOWN-AUTHORITY",
        "System.OutOfMemoryException | PR-PSRP-MEMORY",
        "HRESULT: 0x8013101B mscorlib | PR-OLD-CLR",
        "dial tcp 10.0.0.1:5985: connectex: 連接 | PR-PORT-REFUSED",
        "http response error: 401 - invalid content type | PR-PASSWORD",
        "HTTP status code 404 | PR-NOT-WINRM",
        "HRESULT 0x80070005 at Microsoft.Update.Session | PR-UPDATE-REMOTE",
        "0x8009030e | PR-NO-LOGON-SESSION",
        "0x80090322 | PR-KRB-SPN-TWICE",
    })
    void numbersAndIdentifiersTell(String text, String expected) {
        List<Finding> findings = ErrorText.explain(text);
        assertFalse(findings.isEmpty(), ErrorText.facts(text).keys().toString());
        assertEquals(expected, findings.get(0).code(), findings.stream().map(Finding::code).toList().toString());
    }

    @Test
    void ordinaryTextSaysNothing() {
        assertEquals(List.of(), ErrorText.explain("The script ran on 5 nodes in 1326 ms; 995 files were copied to port 5985."));
        assertEquals(List.of(), ErrorText.explain(""));
    }

    @Test
    void anyTextIsTaken() {
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(60); n > 0; n--) {
                text.append(random.nextInt(4) == 0 ? (char) random.nextInt(0x3000) : "0x8-21474 code=error:".charAt(random.nextInt(21)));
            }
            assertTrue(ErrorText.explain(text.toString()).size() <= CauseTable.builtIn().causes().size());
        }
    }
}
