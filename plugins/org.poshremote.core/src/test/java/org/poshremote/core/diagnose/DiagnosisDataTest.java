package org.poshremote.core.diagnose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.poshremote.language.syntax.Parser;
import org.poshremote.language.syntax.SyntaxError;

/** The tables themselves: whole, consistent, and safe to hand to a person. */
class DiagnosisDataTest {
    private final CauseTable causes = CauseTable.builtIn();
    private final RemedyTable remedies = RemedyTable.builtIn();

    @Test
    void eachCauseHasACodeOfItsOwnASignalAndARemedy() {
        Set<String> codes = new HashSet<>();
        assertTrue(causes.causes().size() >= 40, "only " + causes.causes().size());
        for (Cause cause : causes.causes()) {
            assertTrue(cause.code().matches("PR-[A-Z0-9-]+"), cause.code());
            assertTrue(codes.add(cause.code()), "twice: " + cause.code());
            assertFalse(cause.title().endsWith("."), cause.title());
            assertFalse(cause.explanation().isBlank(), cause.code());
            assertFalse(cause.signals().isEmpty(), cause.code());
            assertFalse(cause.remedies().isEmpty(), cause.code());
            for (String remedy : cause.remedies()) {
                assertTrue(remedies.find(remedy).isPresent(), cause.code() + " names " + remedy);
            }
        }
    }

    @Test
    void whatWeakensIsNeverFirstAndSaysThatItIsForTestMachines() {
        for (Cause cause : causes.causes()) {
            List<Remedy> ordered = remedies.of(cause, Facts.of(new Evidence("cert.sha256", "00")));
            assertFalse(ordered.isEmpty(), cause.code());
            assertFalse(ordered.get(0).weakens(), cause.code() + " begins with " + ordered.get(0).code());
        }
        for (Remedy remedy : remedies.remedies().values()) {
            if (remedy.weakens()) {
                assertTrue(remedy.title().contains("test machines only"), remedy.code());
                assertTrue(remedy.risk().startsWith("For test machines only"), remedy.code());
            }
            String text = String.join("\n", remedy.scripts().values()).toLowerCase(Locale.ROOT);
            boolean opens = text.contains("allowunencrypted\"") || text.contains("\\allowunencrypted") || text.contains("allow_unencrypted")
                || text.contains("auth\\basic") || text.contains("auth_basic") || text.contains("client\\trustedhosts");
            assertFalse(opens && !remedy.weakens(), remedy.code() + " weakens the node and does not say so");
        }
    }

    @Test
    void eachRemedySaysWhatItChangesHowToUndoItAndItsRisk() {
        for (Remedy remedy : remedies.remedies().values()) {
            assertFalse(remedy.changes().isBlank() || remedy.undo().isBlank() || remedy.risk().isBlank(), remedy.code());
            assertTrue(remedy.setting().isPresent() || remedy.command().isPresent() || !remedy.scripts().isEmpty(), remedy.code() + " does nothing");
            assertTrue(remedy.scripts().isEmpty() || remedy.scripts().containsKey(Generation.WINDOWS_8), remedy.code() + " has none for today's Windows");
        }
    }

    @Test
    void eachScriptParses() {
        List<String> mistakes = new ArrayList<>();
        int scripts = 0;
        for (Remedy remedy : remedies.remedies().values()) {
            for (Generation generation : remedy.scripts().keySet()) {
                scripts++;
                for (SyntaxError error : Parser.parse(remedy.scripts().get(generation)).errors()) {
                    mistakes.add(remedy.code() + " " + generation + ": " + error);
                }
            }
        }
        assertEquals(List.of(), mistakes);
        assertTrue(scripts >= 70, "only " + scripts);
    }

    @Test
    void scriptsForWindows7UseNoneOfTheLaterCommands() {
        List<String> later = List.of("New-SelfSignedCertificate", "Set-NetConnectionProfile", "NetFirewallRule", "LocalGroupMember", "LocalUser",
            "Set-Item -Path WSMan:");
        for (Remedy remedy : remedies.remedies().values()) {
            String script = remedy.scripts().getOrDefault(Generation.WINDOWS_7, "");
            String code = script.replaceAll("(?m)^#.*$", "");
            later.forEach(command -> assertFalse(code.contains(command), remedy.code() + ": " + command));
        }
    }

    @Test
    void aSettingOfARemedyFitsATarget() {
        var target = org.poshremote.core.target.Target.at("node").build();
        for (Remedy remedy : remedies.remedies().values()) {
            remedy.setting().filter(setting -> !setting.value().startsWith("$")).ifPresent(setting -> setting.applyTo(target));
        }
        var pinned = new TargetSetting("pin", "$cert.sha256").filled(Facts.of(new Evidence("cert.sha256", "ab".repeat(32)))).orElseThrow().applyTo(target);
        assertEquals(new org.poshremote.core.target.TrustChoice.Pinned("ab".repeat(32)), pinned.trust());
        var secure = new TargetSetting("port", "5986").applyTo(target);
        assertTrue(secure.https());
        assertFalse(new TargetSetting("port", "5985").applyTo(secure).https());
        assertEquals(5986, new TargetSetting("https", "true").applyTo(target).port());
        assertEquals(5985, new TargetSetting("scheme", "https").applyTo(target).port());
    }
}
